import { statesOf } from '#core/state_machine'
import { controllers } from '#generated/controllers'
import { listing } from '#http/listing'
import { resource } from '#http/resource'
import Commission from '#models/commission'
import Payout from '#models/payout'
import { balances } from '#start/resources/shared'
import LinkTransformer from '#transformers/link_transformer'
import OwnAffiliateTransformer from '#transformers/own_affiliate_transformer'
import OwnClickTransformer from '#transformers/own_click_transformer'
import OwnCommissionTransformer from '#transformers/own_commission_transformer'
import OwnConversionTransformer from '#transformers/own_conversion_transformer'
import OwnPayoutTransformer from '#transformers/own_payout_transformer'

/** What an affiliate reads by a key of their own: their rows, and nobody else's. */
export const ownResources = [
  resource(
    'affiliate/me',
    controllers.OwnAffiliates,
    OwnAffiliateTransformer,
    { show: { may: 'affiliate', says: 'Who the affiliate is', only: 'api' } },
    { singular: true }
  ),
  resource(
    'affiliate/balance',
    controllers.OwnBalances,
    null,
    {
      show: {
        may: 'affiliate',
        says: 'What is owed to the affiliate',
        only: 'api',
        gives: balances(),
      },
    },
    { singular: true }
  ),
  resource('affiliate/links', controllers.OwnLinks, LinkTransformer, {
    index: {
      may: 'affiliate',
      says: 'Links of the affiliate',
      only: 'api',
      lists: listing({ filters: ['campaign_id'], search: ['ref_param', 'name'] }),
    },
  }),
  resource('affiliate/clicks', controllers.OwnClicks, OwnClickTransformer, {
    index: {
      may: 'affiliate',
      says: 'Clicks on links of the affiliate',
      only: 'api',
      lists: listing({ filters: ['link_id', 'campaign_id'], unchanging: true }),
    },
  }),
  resource('affiliate/conversions', controllers.OwnConversions, OwnConversionTransformer, {
    index: {
      may: 'affiliate',
      says: 'What customers of the affiliate did',
      only: 'api',
      lists: listing({ filters: ['campaign_id', 'currency', 'kind'], sorts: ['occurred_at'] }),
    },
  }),
  resource('affiliate/commissions', controllers.OwnCommissions, OwnCommissionTransformer, {
    index: {
      may: 'affiliate',
      says: 'Commissions of the affiliate',
      only: 'api',
      lists: listing({
        states: statesOf(Commission.machine),
        filters: ['campaign_id', 'conversion_id', 'payout_id', 'currency', 'kind'],
        sorts: ['amount', 'due_at'],
        mayBeNull: ['due_at'],
      }),
    },
  }),
  resource('affiliate/payouts', controllers.OwnPayouts, OwnPayoutTransformer, {
    index: {
      may: 'affiliate',
      says: 'Payouts of the affiliate',
      only: 'api',
      lists: listing({
        states: statesOf(Payout.machine),
        filters: ['currency', 'method'],
        sorts: ['amount', 'paid_at'],
        mayBeNull: ['paid_at'],
      }),
    },
  }),
]
