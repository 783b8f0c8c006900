import { affiliateWithLink } from '#dialects/affixo/affiliate_with_link'
import { list, named, object, refunded, trackedClick, tracked } from '#dialects/affixo/answer'
import { error } from '#dialects/affixo/error'
import { click, lead, link, parameter, refund, sale } from '#dialects/affixo/request'
import type { Dialect } from '#dialects/dialect'

/**
 * Affixo's REST API, by its OpenAPI document: https://docs.affixo.dev. The shapes of its lists are our reading, for
 * the document shows none.
 */
export const affixo: Dialect = {
  name: 'affixo',
  base: '/compat/affixo',
  asks: parameter,
  error,
  routes: [
    {
      method: 'POST',
      path: '/v1/affiliates',
      does: 'affiliates.store',
      by: affiliateWithLink,
      gives: object('affiliate'),
      status: 201,
    },
    {
      method: 'POST',
      path: '/v1/links',
      does: 'links.store',
      takes: link,
      gives: object('link'),
      status: 201,
    },
    {
      method: 'POST',
      path: '/v1/track/click',
      does: 'track.click.store',
      takes: click,
      gives: trackedClick,
    },
    {
      method: 'POST',
      path: '/v1/track/lead',
      does: 'track.lead.store',
      takes: lead,
      gives: tracked,
    },
    {
      method: 'POST',
      path: '/v1/track/sale',
      does: 'track.sale.store',
      takes: sale,
      gives: tracked,
    },
    {
      method: 'POST',
      path: '/v1/track/refund',
      does: 'track.refund.store',
      takes: refund,
      gives: refunded,
    },
    { method: 'GET', path: '/v1/campaigns', does: 'campaigns.index', gives: list },
    { method: 'GET', path: '/v1/commissions', does: 'commissions.index', gives: list },
    { method: 'GET', path: '/v1/conversions', does: 'conversions.index', gives: list },
    { method: 'GET', path: '/v1/payouts', does: 'payouts.index', gives: list },
    {
      method: 'GET',
      path: '/v1/affiliate/me',
      does: 'affiliate.me.show',
      gives: object('affiliate'),
    },
    {
      method: 'GET',
      path: '/v1/affiliate/balance',
      does: 'affiliate.balance.show',
      gives: named('balance'),
    },
    { method: 'GET', path: '/v1/affiliate/links', does: 'affiliate.links.index', gives: list },
    { method: 'GET', path: '/v1/affiliate/clicks', does: 'affiliate.clicks.index', gives: list },
    {
      method: 'GET',
      path: '/v1/affiliate/conversions',
      does: 'affiliate.conversions.index',
      gives: list,
    },
    {
      method: 'GET',
      path: '/v1/affiliate/commissions',
      does: 'affiliate.commissions.index',
      gives: list,
    },
    { method: 'GET', path: '/v1/affiliate/payouts', does: 'affiliate.payouts.index', gives: list },
  ],
}
