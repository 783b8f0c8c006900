import { statesOf } from '#core/state_machine'
import { controllers } from '#generated/controllers'
import { listing } from '#http/listing'
import { deed, resource } from '#http/resource'
import Affiliate from '#models/affiliate'
import * as shapes from '#openapi/shape'
import { balances, bulkAction, expands } from '#start/resources/shared'
import AffiliateTransformer from '#transformers/affiliate_transformer'
import LinkTransformer from '#transformers/link_transformer'
import StatementTransformer, { statementWithLines } from '#transformers/statement_transformer'
import PayoutMethodTransformer from '#transformers/payout_method_transformer'
import * as affiliate from '#validators/affiliate'
import * as bulk from '#validators/bulk'
import { payoutMethod } from '#validators/payout_method'

const ofThem = {
  referrer: expands.affiliate,
  links: { as: LinkTransformer, may: 'v1.links.read', most: 100 },
} as const

/** Affiliates, and what people do with them. */
export const affiliatesResources = [
  resource('affiliates/bulk/activation', controllers.BulkAffiliateActivations, null, {
    create: { may: 'v1.affiliates.write', says: 'Let these affiliates in?' },
    store: {
      ...bulkAction,
      may: 'v1.affiliates.write',
      says: 'Many at once: activated',
      takes: bulk.bulkIds,
    },
  }),
  resource('affiliates/bulk/rejection', controllers.BulkAffiliateRejections, null, {
    create: { may: 'v1.affiliates.write', says: 'Reject these affiliates?' },
    store: {
      ...bulkAction,
      may: 'v1.affiliates.write',
      says: 'Many at once: rejected',
      takes: bulk.bulkReason,
    },
  }),
  resource('affiliates', controllers.Affiliates, AffiliateTransformer, {
    index: {
      may: 'v1.affiliates.read',
      says: 'List affiliates',
      lists: listing({
        states: statesOf(Affiliate.machine),
        filters: ['referrer_id'],
        search: ['email', 'name', 'company'],
        sorts: ['name', 'email'],
        mayBeNull: ['name'],
        expands: ofThem,
      }),
    },
    create: { may: 'v1.affiliates.write', says: 'New affiliate' },
    store: { may: 'v1.affiliates.write', says: 'Add an affiliate', takes: affiliate.newAffiliate },
    show: {
      may: 'v1.affiliates.read',
      says: 'One affiliate',
      lists: listing({ expands: ofThem }),
    },
    edit: { may: 'v1.affiliates.write', says: 'Edit an affiliate' },
    update: {
      may: 'v1.affiliates.write',
      says: 'Change an affiliate',
      takes: affiliate.changedAffiliate,
    },
    destroy: { may: 'v1.affiliates.write', says: 'Delete an affiliate that nothing points at' },
  }),
  resource(
    'affiliates/:affiliate_id/balance',
    controllers.AffiliateBalances,
    null,
    {
      show: {
        may: 'v1.affiliates.read',
        says: 'What an affiliate has, per currency',
        only: 'api',
        gives: balances(),
      },
    },
    { singular: true }
  ),
  resource(
    'affiliates/:affiliate_id/statements',
    controllers.AffiliateStatements,
    StatementTransformer,
    {
      index: {
        may: 'v1.affiliates.read',
        says: "An affiliate's statements, one a month",
        lists: listing({ stamps: [] }),
      },
      show: {
        may: 'v1.affiliates.read',
        says: 'The statement of a month, such as 2026-03, with up to 1,000 lines',
        gives: statementWithLines,
      },
    }
  ),
  resource(
    'affiliates/:affiliate_id/statements/:statement_id/file',
    controllers.StatementFiles,
    null,
    {
      show: {
        may: 'v1.affiliates.read',
        says: 'The statement of a month with all its lines, as CSV',
        givesText: true,
        gives: shapes.text(),
      },
    },
    { singular: true }
  ),
  resource(
    'affiliates/:affiliate_id/payout_method',
    controllers.AffiliatePayoutMethods,
    PayoutMethodTransformer,
    {
      show: { may: 'v1.payout_methods.read', says: 'How an affiliate is paid', only: 'api' },
      edit: { may: 'v1.payout_methods.write', says: 'How an affiliate is paid' },
      update: {
        may: 'v1.payout_methods.write',
        says: 'Set how an affiliate is paid',
        method: 'PUT',
        takes: payoutMethod,
      },
    },
    { singular: true }
  ),
  deed(
    'affiliates/:affiliate_id/activation',
    controllers.AffiliateActivations,
    AffiliateTransformer,
    {
      store: {
        may: 'v1.affiliates.write',
        says: 'Let an affiliate in',
        takes: affiliate.empty,
      },
    }
  ),
  deed(
    'affiliates/:affiliate_id/rejection',
    controllers.AffiliateRejections,
    AffiliateTransformer,
    {
      create: { may: 'v1.affiliates.write', says: 'Reject an affiliate?' },
      store: {
        may: 'v1.affiliates.write',
        says: 'Reject an affiliate',
        takes: affiliate.withReason,
      },
    }
  ),
  deed(
    'affiliates/:affiliate_id/suspension',
    controllers.AffiliateSuspensions,
    AffiliateTransformer,
    {
      create: { may: 'v1.affiliates.write', says: 'Suspend an affiliate?' },
      store: {
        may: 'v1.affiliates.write',
        says: 'Suspend an affiliate',
        takes: affiliate.withReason,
      },
    }
  ),
  deed('affiliates/:affiliate_id/archive', controllers.AffiliateArchives, AffiliateTransformer, {
    create: { may: 'v1.affiliates.write', says: 'Archive an affiliate?' },
    store: {
      may: 'v1.affiliates.write',
      says: 'Archive an affiliate',
      takes: affiliate.archived,
    },
  }),
  // As payout methods: no key may, for it ends where they are paid.
  deed(
    'affiliates/:affiliate_id/forgetting',
    controllers.AffiliateForgettings,
    AffiliateTransformer,
    {
      create: { may: 'v1.payout_methods.write', says: 'Forget an affiliate?' },
      store: {
        may: 'v1.payout_methods.write',
        says: 'Forget an affiliate to whom nothing is owed; what they were paid stays',
        takes: affiliate.empty,
      },
    }
  ),
]
