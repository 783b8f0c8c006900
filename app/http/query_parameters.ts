import type { HttpContext } from '@adonisjs/core/http'

/** Each query parameter with all its values, in the order they were given. */
export type Parameters = Map<string, string[]>

/**
 * Reads the query of an address: `a=1&a=2`, `a[]=1&a[]=2` and `a[0]=1&a[1]=2` are the same. Nothing is left
 * out, however many there are.
 */
export function parametersOf({ request, parameters: own }: HttpContext): Parameters {
  if (own) return own
  const parameters: Parameters = new Map()
  for (const [given, value] of new URLSearchParams(request.parsedUrl.query ?? '')) {
    const name = given.replace(/\[\d*\]$/, '')
    parameters.set(name, [...(parameters.get(name) ?? []), value])
  }
  return parameters
}
