import { randomBytes } from 'node:crypto'
import { TypeID } from 'typeid-js'
import { clock } from '#core/clock'

/** Every kind of row and the prefix of its ids. */
export const prefixes = {
  Workspace: 'ws',
  User: 'usr',
  UserToken: 'tok',
  Membership: 'mem',
  Invitation: 'inv',
  Session: 'sess',
  RecoveryCode: 'rc',
  PasswordReset: 'rst',
  Campaign: 'camp',
  CommissionRule: 'rule',
  Affiliate: 'aff',
  Enrollment: 'enr',
  Link: 'link',
  Coupon: 'coup',
  Click: 'clk',
  Referral: 'ref',
  Conversion: 'conv',
  Refund: 'rfd',
  SourceEvent: 'sevt',
  TestSale: 'test',
  Commission: 'com',
  PayoutRun: 'run',
  Payout: 'po',
  PayoutLine: 'line',
  LeftOut: 'left',
  Approval: 'appr',
  PayoutMethod: 'pm',
  PaymentFile: 'file',
  ProviderBatch: 'batch',
  Reconciliation: 'rec',
  ReconciliationLine: 'recl',
  ApiKey: 'key',
  Event: 'evt',
  Mail: 'mail',
} as const

export type Prefix = (typeof prefixes)[keyof typeof prefixes]

let lastMillisecond = 0
let counter = 0

/**
 * A TypeID: prefix, underscore, a UUIDv7 in base32. Ids made by one process in one millisecond count up
 * (the 12 bits after the time, RFC 9562 method 1), so that sorting by id is sorting by making.
 */
export function newId(prefix: Prefix): string {
  return TypeID.fromUUIDBytes(prefix, uuidv7(clock.now().toMillis())).toString()
}

const WELL_FORMED = /^[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}$/
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Whether the text could be an id of this kind. It says nothing of whether the row exists. */
export function isId(text: string, prefix: Prefix) {
  return text.startsWith(`${prefix}_`) && WELL_FORMED.test(text)
}

/** Whether a part of a path could be an id of anything. */
export function couldBeId(value: unknown) {
  return typeof value === 'string' && /^[\w.:-]{1,100}$/.test(value)
}

/** The UUID inside an id; what is no id stays as it is. */
export function uuidOf(id: string): string {
  return WELL_FORMED.test(id) ? TypeID.fromString(id).toUUID() : id
}

/** The id of a row by its UUID; what is no UUID stays as it is. */
export function idFrom(prefix: Prefix, text: string): string {
  return UUID.test(text) ? TypeID.fromUUID(prefix, text.toLowerCase()).toString() : text
}

function uuidv7(millisecond: number) {
  if (millisecond === lastMillisecond) counter = counter + 1
  else {
    lastMillisecond = millisecond
    counter = randomBytes(2).readUInt16BE() & 0x3ff
  }
  const bytes = randomBytes(16)
  bytes.writeUIntBE(millisecond + Math.floor(counter / 0x1000), 0, 6)
  bytes[6] = 0x70 | ((counter >> 8) & 0x0f)
  bytes[7] = counter & 0xff
  bytes[8] = 0x80 | (bytes[8] & 0x3f)
  return bytes
}
