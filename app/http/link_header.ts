import { appUrl } from '#config/app'
import type { HttpRequest } from '@adonisjs/core/http'
import type { Page } from '#http/paginate'

/** The Link header of a list (RFC 8288): where the next and the previous page are. */
export function linkHeader(request: HttpRequest, pagination: Page['pagination']) {
  const links =
    'next_cursor' in pagination
      ? {
          next: { starting_after: pagination.next_cursor },
          prev: { ending_before: pagination.previous_cursor },
        }
      : { next: { page: pagination.next_page }, prev: { page: pagination.previous_page } }
  return Object.entries(links)
    .map(([rel, place]) => [rel, addressOf(request, place)])
    .filter(([, address]) => address !== null)
    .map(([rel, address]) => `<${address}>; rel="${rel}"`)
    .join(', ')
}

function addressOf(
  request: HttpRequest,
  place: Record<string, string | number | null | undefined>
) {
  const [[name, value]] = Object.entries(place)
  if (value === null || value === undefined) return null
  const address = new URL(request.url(true), appUrl)
  for (const each of ['page', 'starting_after', 'ending_before']) address.searchParams.delete(each)
  address.searchParams.set(name, String(value))
  return address.href
}
