import { statesOf } from '#core/state_machine'
import { controllers } from '#generated/controllers'
import { listing } from '#http/listing'
import { deed, resource } from '#http/resource'
import Payout from '#models/payout'
import { bulkAction, expands, ofAffiliate } from '#start/resources/shared'
import PayoutLineTransformer from '#transformers/payout_line_transformer'
import PayoutTransformer from '#transformers/payout_transformer'
import * as affiliate from '#validators/affiliate'
import * as bulk from '#validators/bulk'
import * as payout from '#validators/payout'

/** Payouts, one by one and many at once. */
export const payoutsResources = [
  resource('payouts/bulk/exclusion', controllers.BulkPayoutExclusions, null, {
    create: { may: 'v1.payouts.write', says: 'Exclude these payouts?' },
    store: {
      ...bulkAction,
      may: 'v1.payouts.write',
      says: 'Many at once: excluded',
      takes: bulk.bulkReason,
    },
  }),
  resource('payouts/bulk/payment', controllers.BulkPayoutPayments, null, {
    create: { may: 'v1.payouts.write', says: 'Mark these payouts paid?' },
    store: {
      ...bulkAction,
      may: 'v1.payouts.write',
      says: 'Many at once: marked as paid',
      takes: bulk.bulkPaid,
    },
  }),
  resource('payouts/bulk/failure', controllers.BulkPayoutFailures, null, {
    create: { may: 'v1.payouts.write', says: 'Mark these payouts failed?' },
    store: {
      ...bulkAction,
      may: 'v1.payouts.write',
      says: 'Many at once: marked as failed',
      takes: bulk.bulkReason,
    },
  }),
  resource('payouts/bulk/return', controllers.BulkPayoutReturns, null, {
    create: { may: 'v1.payouts.write', says: 'Mark these payouts returned?' },
    store: {
      ...bulkAction,
      may: 'v1.payouts.write',
      says: 'Many at once: marked as returned',
      takes: bulk.bulkReason,
    },
  }),
  resource('payouts', controllers.Payouts, PayoutTransformer, {
    index: {
      may: 'v1.payouts.read',
      says: 'List payouts',
      lists: listing({
        states: statesOf(Payout.machine),
        filters: ['affiliate_id', 'run_id', 'currency', 'method'],
        search: ['reference', 'affiliate.name', 'affiliate.email'],
        sorts: ['amount', 'paid_at'],
        mayBeNull: ['paid_at'],
        expands: { ...ofAffiliate, run: expands.run },
      }),
    },
    show: {
      may: 'v1.payouts.read',
      says: 'One payout',
      lists: listing({ expands: { ...ofAffiliate, run: expands.run } }),
    },
  }),
  resource('payouts/:payout_id/lines', controllers.PayoutLines, PayoutLineTransformer, {
    index: {
      may: 'v1.payouts.read',
      says: 'The lines of a payout',
      only: 'api',
      lists: listing({ expands: { commission: expands.commission, payout: expands.payout } }),
    },
  }),
  deed('payouts/:payout_id/exclusion', controllers.PayoutExclusions, PayoutTransformer, {
    create: { may: 'v1.payouts.write', says: 'Exclude a payout?' },
    store: {
      may: 'v1.payouts.write',
      says: 'Leave a payout out of its run',
      takes: affiliate.withReason,
    },
  }),
  deed('payouts/:payout_id/inclusion', controllers.PayoutInclusions, PayoutTransformer, {
    store: {
      may: 'v1.payouts.write',
      says: 'Put an excluded payout back into its run, before the first approval',
      takes: affiliate.empty,
    },
  }),
  deed('payouts/:payout_id/payment', controllers.PayoutPayments, PayoutTransformer, {
    create: { may: 'v1.payouts.write', says: 'Mark a payout paid?' },
    store: {
      may: 'v1.payouts.write',
      says: 'Mark a payout paid',
      takes: payout.paid,
    },
  }),
  deed('payouts/:payout_id/failure', controllers.PayoutFailures, PayoutTransformer, {
    create: { may: 'v1.payouts.write', says: 'Mark a payout failed?' },
    store: {
      may: 'v1.payouts.write',
      says: 'Mark a payout failed',
      takes: affiliate.withReason,
    },
  }),
  deed('payouts/:payout_id/return', controllers.PayoutReturns, PayoutTransformer, {
    create: { may: 'v1.payouts.write', says: 'Mark a payout returned?' },
    store: {
      may: 'v1.payouts.write',
      says: 'Mark a paid payout returned',
      takes: affiliate.withReason,
    },
  }),
]
