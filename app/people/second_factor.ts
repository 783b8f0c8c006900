import encryption from '@adonisjs/core/services/encryption'
import { randomInt } from 'node:crypto'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { ConflictException, InvalidFieldsException } from '#exceptions/errors'
import { hashOf } from '#http/key_secret'
import RecoveryCode from '#models/recovery_code'
import User from '#models/user'
import { newAuthenticatorSecret, stepOf } from '#people/authenticator'
import { tellWorkspaces } from '#people/tell'

const PURPOSE = 'two_factor'

/** How many recovery codes a person has, and what they are made of: no letters that look like another. */
const CODES = 10
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'

/** Makes a new secret, which counts once a code of it was given. */
export async function beginTwoFactor(user: User) {
  if (user.twoFactorAt) throw new ConflictException('Two-factor sign-in is on already.')
  const secret = encryption.encrypt(newAuthenticatorSecret(), undefined, PURPOSE)
  await user.merge({ twoFactorSecret: secret, twoFactorStep: null }).save()
}

/** The secret of the person's authenticator, for the QR code and for checks; null when there is none. */
export function authenticatorSecretOf(user: User): string | null {
  return user.twoFactorSecret && encryption.decrypt<string>(user.twoFactorSecret, PURPOSE)
}

/**
 * Turns it on with a first code.
 *
 * @returns the recovery codes, which are seen this once
 */
export async function confirmTwoFactor(user: User, code: string): Promise<string[]> {
  return atomically(async () => {
    if (user.twoFactorAt) throw new ConflictException('Two-factor sign-in is on already.')
    if (!(await takeStep(user, code))) throw wrongCode()
    await user.merge({ twoFactorAt: clock.now() }).save()
    await tellWorkspaces(user, { type: 'member.two_factor_enabled' })
    return writeRecoveryCodes(user)
  })
}

/** Turns it off; its codes are worth nothing from now on. */
export async function endTwoFactor(user: User) {
  await atomically(async () => {
    await user.merge({ twoFactorAt: null, twoFactorSecret: null, twoFactorStep: null }).save()
    await RecoveryCode.query().where('user_id', user.id).delete()
    await tellWorkspaces(user, { type: 'member.two_factor_disabled' })
  })
}

/** New recovery codes in place of the old. */
export async function renewRecoveryCodes(user: User): Promise<string[]> {
  return atomically(async () => {
    await tellWorkspaces(user, { type: 'member.recovery_codes_renewed' })
    return writeRecoveryCodes(user)
  })
}

/** Whether this is a code of the authenticator or a recovery code. Either works once. */
export async function checkSecondFactor(user: User, code: string): Promise<boolean> {
  if (!user.twoFactorAt) return false
  const typed = code.replaceAll(/[\s-]/g, '').toLowerCase()
  return /^\d{6}$/.test(typed) ? takeStep(user, typed) : useRecoveryCode(user, typed)
}

export function wrongCode() {
  return InvalidFieldsException.on(
    'code',
    'code',
    'This code does not fit. Each works once: wait for the next, and check the clock of your phone.'
  )
}

/** A code is taken once: the row keeps the last step, and only a later one moves it. */
async function takeStep(user: User, code: string): Promise<boolean> {
  const secret = authenticatorSecretOf(user)
  const step = secret ? stepOf(secret, code) : null
  if (step === null) return false
  const [taken] = await User.query()
    .where('id', user.id)
    .where((row) => row.whereNull('two_factor_step').orWhere('two_factor_step', '<', step))
    .update({ two_factor_step: step })
  return Number(taken) === 1
}

async function useRecoveryCode(user: User, code: string): Promise<boolean> {
  return atomically(async () => {
    const [used] = await RecoveryCode.query()
      .where({ user_id: user.id, code_hash: hashOfCode(user, code) })
      .whereNull('used_at')
      .update({ used_at: clock.now().toJSDate() })
    if (Number(used) === 0) return false
    await tellWorkspaces(user, { type: 'member.recovery_code_used' })
    return true
  })
}

async function writeRecoveryCodes(user: User): Promise<string[]> {
  await RecoveryCode.query().where('user_id', user.id).delete()
  const codes = Array.from({ length: CODES }, newCode)
  await RecoveryCode.createMany(
    codes.map((code) => ({ userId: user.id, codeHash: hashOfCode(user, code), usedAt: null }))
  )
  return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
}

/** 49 bits. */
function newCode() {
  return Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

function hashOfCode(user: User, code: string) {
  return hashOf(`${user.id} ${code}`)
}
