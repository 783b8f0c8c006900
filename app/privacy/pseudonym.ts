import { randomBytes } from 'node:crypto'
import env from '#start/env'
import { hmacUnder } from '#core/hmac'

const MARK = 'forgotten-'
const IS_ONE = /^forgotten-([0-9a-f]{24}|[0-9a-f]{32})$/

/** Under APP_KEY. */
let hmac: ((text: string) => string) | undefined

/** A name that is nobody's. */
export function newPseudonym(): string {
  return MARK + randomBytes(12).toString('hex')
}

/**
 * What stands in place of a name that is still asked for: a refund must find the sale of who was forgotten, and the
 * same sale sent again must not count twice. Nobody without APP_KEY can tell which name it was. That of a pseudonym is
 * itself.
 */
export function pseudonymOf(workspaceId: string, name: string): string {
  if (IS_ONE.test(name)) return name
  hmac ??= hmacUnder(env.get('APP_KEY').release())
  return MARK + hmac(`forgotten ${workspaceId} ${name}`).slice(0, 32)
}

/** What a row of this name may be called: so, or as it is once its customer was forgotten. */
export function namesOf(workspaceId: string, name: string): string[] {
  return [name, pseudonymOf(workspaceId, name)]
}
