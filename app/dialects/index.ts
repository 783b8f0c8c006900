import { affilync } from '#dialects/affilync/routes'
import { affixo } from '#dialects/affixo/routes'
import { linquid } from '#dialects/linquid/routes'
import { ofauth } from '#dialects/ofauth/routes'
import type { Dialect } from '#dialects/dialect'

export const dialects: Dialect[] = [affixo, affilync, linquid, ofauth]

/** The dialect that is spoken at an address. */
export function dialectAt(url: string) {
  return dialects.find(({ base }) => url.startsWith(`${base}/`))
}
