import { error } from '#dialects/ofauth/error'
import { trackingLink } from '#dialects/ofauth/request'
import type { Dialect, Fields } from '#dialects/dialect'

/** OFAuth's tracking links, by its OpenAPI document: https://docs.ofauth.com. A connection is an affiliate. */
export const ofauth: Dialect = {
  name: 'ofauth',
  base: '/compat/ofauth',
  keyHeader: 'apikey',
  error,
  routes: [
    {
      method: 'POST',
      path: '/v2/access/promotions/tracking-links',
      does: 'links.store',
      takes: trackingLink,
      gives: ({ number, name }: Fields) => ({ id: number, name }),
      status: 200,
    },
  ],
}
