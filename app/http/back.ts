import type { HttpContext } from '@adonisjs/core/http'

/** A path of this site: one slash, then neither another nor what browsers take for one. */
const LOCAL = /^\/(?![/\\])[^\s\\]*$/

/**
 * Where a deed on chosen rows goes back to: the list as it was filtered, which its form carries as `_back`.
 * Never another site.
 */
export function backOf({ request }: Pick<HttpContext, 'request'>, otherwise: string): string {
  const back: unknown = request.input('_back')
  return typeof back === 'string' && LOCAL.test(back) ? back : otherwise
}
