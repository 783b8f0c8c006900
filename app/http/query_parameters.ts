import { BadRequestException } from '#exceptions/errors'
import type { HttpContext } from '@adonisjs/core/http'

/** Each query parameter with all its values, in the order they were given. */
export type Parameters = Map<string, string[]>

/**
 * Reads the query of an address: `a=1&a=2`, `a[]=1&a[]=2` and `a[0]=1&a[1]=2` are the same. Nothing is left
 * out, however many there are.
 *
 * @throws BadRequestException when it is not UTF-8 in percent encoding
 */
export function parametersOf({ request }: HttpContext): Parameters {
  const query = request.parsedUrl.query ?? ''
  refuseBroken(query)
  const parameters: Parameters = new Map()
  for (const [given, value] of new URLSearchParams(query)) {
    const name = given.replace(/\[\d*\]$/, '')
    parameters.set(name, [...(parameters.get(name) ?? []), value])
  }
  return parameters
}

function refuseBroken(query: string) {
  try {
    decodeURIComponent(query)
  } catch {
    throw new BadRequestException('The address is not UTF-8 in percent encoding.')
  }
}
