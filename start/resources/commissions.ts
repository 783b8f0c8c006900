import { statesOf } from '#core/state_machine'
import { controllers } from '#generated/controllers'
import { listing } from '#http/listing'
import { deed, resource } from '#http/resource'
import Commission from '#models/commission'
import { bulkAction, ofCommission } from '#start/resources/shared'
import CommissionTransformer from '#transformers/commission_transformer'
import * as affiliate from '#validators/affiliate'
import * as bulk from '#validators/bulk'
import * as payout from '#validators/payout'

/** Commissions, and what people do with them. */
export const commissionsResources = [
  resource('commissions/bulk/approval', controllers.BulkCommissionApprovals, null, {
    create: { may: 'v1.commissions.write', says: 'Make these commissions due?' },
    store: {
      ...bulkAction,
      may: 'v1.commissions.write',
      says: 'Many at once: approved',
      takes: bulk.bulkIds,
    },
  }),
  resource('commissions/bulk/void', controllers.BulkCommissionVoids, null, {
    create: { may: 'v1.commissions.write', says: 'Void these commissions?' },
    store: {
      ...bulkAction,
      may: 'v1.commissions.write',
      says: 'Many at once: voided',
      takes: bulk.bulkReason,
    },
  }),
  resource('commissions/bulk/release', controllers.BulkCommissionReleases, null, {
    create: { may: 'v1.commissions.write', says: 'Release these commissions?' },
    store: {
      ...bulkAction,
      may: 'v1.commissions.write',
      says: 'Many at once: released',
      takes: bulk.bulkWhy,
    },
  }),
  resource('commissions', controllers.Commissions, CommissionTransformer, {
    index: {
      may: 'v1.commissions.read',
      says: 'List commissions',
      lists: listing({
        states: statesOf(Commission.machine),
        filters: ['affiliate_id', 'campaign_id', 'conversion_id', 'payout_id', 'currency', 'kind'],
        sorts: ['amount', 'due_at'],
        mayBeNull: ['due_at'],
        search: ['affiliate.name', 'affiliate.email'],
        begins: ['conversion.external_id', 'conversion.customer_email'],
        expands: ofCommission,
      }),
    },
    create: { may: 'v1.commissions.write', says: 'New bonus or adjustment' },
    store: {
      may: 'v1.commissions.write',
      says: 'Give a bonus, or make an adjustment',
      takes: payout.newCommission,
    },
    show: {
      may: 'v1.commissions.read',
      says: 'One commission',
      lists: listing({
        expands: ofCommission,
      }),
    },
  }),
  deed(
    'commissions/:commission_id/approval',
    controllers.CommissionApprovals,
    CommissionTransformer,
    {
      store: {
        may: 'v1.commissions.write',
        says: 'Make a pending commission due now',
        takes: affiliate.empty,
      },
    }
  ),
  deed('commissions/:commission_id/hold', controllers.CommissionHolds, CommissionTransformer, {
    store: {
      may: 'v1.commissions.write',
      says: 'Hold a commission',
      takes: affiliate.withNote,
    },
  }),
  deed(
    'commissions/:commission_id/release',
    controllers.CommissionReleases,
    CommissionTransformer,
    {
      create: { may: 'v1.commissions.write', says: 'Release a commission?' },
      store: {
        may: 'v1.commissions.write',
        says: 'Release a held commission',
        takes: affiliate.withWhy,
      },
    }
  ),
  deed('commissions/:commission_id/void', controllers.CommissionVoids, CommissionTransformer, {
    create: { may: 'v1.commissions.write', says: 'Void a commission?' },
    store: {
      may: 'v1.commissions.write',
      says: 'Void a commission',
      takes: affiliate.withReason,
    },
  }),
]
