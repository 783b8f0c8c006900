import ApiKey from '#models/api_key'
import User from '#models/user'
import type { Actor } from '#core/actor'

/** Who did something, as sentences call them. */
export async function nameOf({ kind, id }: Actor): Promise<string> {
  if (kind === 'user') return (await User.findOrFail(id)).displayName
  if (kind === 'api_key') return `key “${(await ApiKey.findOrFail(id)).name}”`
  return 'Tributary'
}
