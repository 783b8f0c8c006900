import { gone, linkOf, listOf, one, same } from '#dialects/linquid/answer'
import { error } from '#dialects/linquid/error'
import { link, parameter } from '#dialects/linquid/request'
import type { Dialect } from '#dialects/dialect'

/**
 * Linquid's API for links, campaigns and conversions: https://docs.linquid.io. The overview that this was written by
 * has lost its examples: the envelopes are our reading.
 */
export const linquid: Dialect = {
  name: 'linquid',
  base: '/compat/linquid/api',
  asks: parameter,
  error,
  routes: [
    { method: 'GET', path: '/links', does: 'links.index', gives: listOf(linkOf) },
    { method: 'POST', path: '/links', does: 'links.store', takes: link, gives: one(linkOf) },
    { method: 'GET', path: '/links/:id', does: 'links.show', gives: one(linkOf) },
    { method: 'PATCH', path: '/links/:id', does: 'links.update', takes: link, gives: one(linkOf) },
    { method: 'DELETE', path: '/links/:id', does: 'links.destroy', gives: gone, status: 200 },
    { method: 'GET', path: '/campaigns', does: 'campaigns.index', gives: listOf(same) },
    { method: 'GET', path: '/campaigns/:id', does: 'campaigns.show', gives: one(same) },
    { method: 'GET', path: '/conversions', does: 'conversions.index', gives: listOf(same) },
    { method: 'GET', path: '/conversions/:id', does: 'conversions.show', gives: one(same) },
  ],
}
