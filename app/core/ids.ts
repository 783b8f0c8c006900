import { createHash } from 'node:crypto'
import { TypeID } from 'typeid-js'
import { clock } from '#core/clock'
import { randomWord } from '#core/random'

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

/** Crockford's base32, as TypeIDs have it, and what stands for each 10 bits. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const pairs = Array.from({ length: 1_024 }, (_, bits) => alphabet[bits >> 5] + alphabet[bits & 31])

let lastMillisecond = 0
let counter = 0
let time = ''

/**
 * A TypeID: prefix, underscore, a UUIDv7 in base32. Ids made by one process in one millisecond count up
 * (the 12 bits after the time, RFC 9562 method 1), so that sorting by id is sorting by making.
 *
 * Written out here, since each click makes one: 2 zero bits, 48 of the time, 4 of the version, 12 of the counter,
 * 2 of the variant and 62 random ones are 26 digits.
 */
export function newId(prefix: Prefix, millisecond = clock.millis()): string {
  count(millisecond)
  const middle = 0x70008 | ((counter & 0xfff) << 4) | (randomWord() & 3)
  return `${prefix}_${time}${digits(middle)}${digits(randomWord())}${digits(randomWord())}${digits(randomWord())}`
}

/**
 * Where the ids of an instant (in milliseconds) begin: sorting by id is sorting by time, so that rows since then
 * are those from this on.
 */
export function firstIdAt(prefix: Prefix, millisecond: number): string {
  return `${prefix}_${timeOf(millisecond)}`
}

/** Four digits: the last 20 bits. */
function digits(bits: number) {
  return pairs[(bits >>> 10) & 1_023] + pairs[bits & 1_023]
}

/** More than the counter holds is of the next millisecond. */
function count(millisecond: number) {
  if (millisecond === lastMillisecond) {
    if ((++counter & 0xfff) > 0) return
  } else {
    lastMillisecond = millisecond
    counter = randomWord() & 0x3ff
  }
  time = timeOf(millisecond + (counter >>> 12))
}

/** Ten digits: two bits of zero, and 48 of the milliseconds. */
function timeOf(millisecond: number) {
  return (
    digits(millisecond / 2 ** 40) +
    digits(millisecond / 2 ** 20) +
    digits(millisecond)
  ).slice(2)
}

const WELL_FORMED = /^[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}$/
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** An id that follows from what it names: the same words give the same one. */
export function idOf(prefix: Prefix, ...words: (string | number)[]): string {
  const hash = createHash('sha256').update(words.join(' ')).digest()
  return TypeID.fromUUIDBytes(prefix, hash.subarray(0, 16)).toString()
}

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
