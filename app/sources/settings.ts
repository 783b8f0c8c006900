import encryption from '@adonisjs/core/services/encryption'
import type { SourceSettings } from '#models/types'

const PURPOSE = 'sources'

export function sealSources(sources: SourceSettings): string {
  return encryption.encrypt(sources, undefined, PURPOSE)
}

/** @throws Error when APP_KEY was changed since: without the secrets nobody can be believed */
export function openSources(sealed: string | null): SourceSettings {
  if (sealed === null) return {}
  const sources = encryption.decrypt<SourceSettings>(sealed, PURPOSE)
  if (sources === null) throw new Error('The sources cannot be read: was APP_KEY changed?')
  return sources
}
