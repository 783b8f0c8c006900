import { statesOf } from '#core/state_machine'
import { controllers } from '#generated/controllers'
import { listing } from '#http/listing'
import { deed, resource } from '#http/resource'
import Referral from '#models/referral'
import Refund from '#models/refund'
import * as shapes from '#openapi/shape'
import { both, expands, ofReferral } from '#start/resources/shared'
import ClickTransformer from '#transformers/click_transformer'
import ConversionTransformer from '#transformers/conversion_transformer'
import ReferralTransformer from '#transformers/referral_transformer'
import RefundTransformer from '#transformers/refund_transformer'
import * as affiliate from '#validators/affiliate'
import * as customer from '#validators/customer'
import * as tracking from '#validators/tracking'

const ofClick = { ...both, link: expands.link }

/** Clicks of machines. */
const botMarks = ['bot', 'prefetch']

/** What customers did: clicks, referrals, conversions, refunds. */
export const customersResources = [
  resource('clicks', controllers.Clicks, ClickTransformer, {
    index: {
      may: 'v1.clicks.read',
      says: 'List clicks',
      only: 'api',
      lists: listing({
        filters: ['link_id', 'affiliate_id', 'campaign_id', 'visitor_id'],
        flags: {
          bot: (clicks, yes) =>
            yes
              ? clicks.whereIn('mark', botMarks)
              : clicks.where((some) => some.whereNull('mark').orWhereNotIn('mark', botMarks)),
        },
        expands: ofClick,
        unchanging: true,
      }),
    },
    show: {
      may: 'v1.clicks.read',
      says: 'One click',
      only: 'api',
      lists: listing({ expands: ofClick }),
    },
  }),
  resource('referrals', controllers.Referrals, ReferralTransformer, {
    index: {
      may: 'v1.referrals.read',
      says: 'List referrals',
      lists: listing({
        states: statesOf(Referral.machine, 'lead'),
        filters: ['affiliate_id', 'campaign_id'],
        search: ['customer_name'],
        begins: ['customer_external_id', 'customer_email'],
        expands: ofReferral,
      }),
    },
    update: {
      may: 'v1.referrals.write',
      says: 'Correct what is known of a customer',
      takes: customer.changedReferral,
      only: 'api',
    },
    show: {
      may: 'v1.referrals.read',
      says: 'One referral',
      lists: listing({ expands: ofReferral }),
    },
  }),
  deed('referrals/:referral_id/move', controllers.ReferralMoves, null, {
    create: { may: 'v1.referrals.write', says: 'Move a referral?' },
    store: {
      may: 'v1.referrals.write',
      says: 'Move a referral to another affiliate',
      takes: customer.movedReferral,
      gives: shapes.object({
        referral: shapes.ref(ReferralTransformer),
        moved: shapes.whole(),
        stayed: shapes.whole(),
      }),
    },
  }),
  deed('referrals/:referral_id/denial', controllers.ReferralDenials, ReferralTransformer, {
    create: { may: 'v1.referrals.write', says: 'Deny a referral?' },
    store: {
      may: 'v1.referrals.write',
      says: 'Deny a referral: it earns nothing more',
      takes: customer.deniedReferral,
    },
  }),
  deed(
    'referrals/:referral_id/restoration',
    controllers.ReferralRestorations,
    ReferralTransformer,
    {
      store: {
        may: 'v1.referrals.write',
        says: 'Take back the denial of a referral',
        takes: affiliate.withNote,
      },
    }
  ),
  deed('referrals/:referral_id/forgetting', controllers.ReferralForgettings, ReferralTransformer, {
    create: { may: 'v1.referrals.write', says: 'Forget a customer?' },
    store: {
      may: 'v1.referrals.write',
      says: 'Forget the customer of a referral, in all their rows; the money stays',
      takes: affiliate.empty,
    },
  }),
  resource('conversions', controllers.Conversions, ConversionTransformer, {
    index: {
      may: 'v1.conversions.read',
      says: 'List conversions',
      lists: listing({
        filters: [
          'affiliate_id',
          'campaign_id',
          'referral_id',
          'kind',
          'currency',
          'customer_external_id',
          'subscription_id',
        ],
        begins: ['external_id', 'customer_external_id', 'customer_email'],
        tabs: { column: 'kind', values: ['sale', 'renewal', 'lead'] },
        sorts: ['occurred_at', 'amount'],
        stamps: ['created', 'updated', 'occurred'],
        expands: { ...both, referral: expands.referral },
      }),
    },
    store: {
      may: 'v1.conversions.write',
      says: 'Record a sale',
      takes: tracking.newSale,
      only: 'api',
      statuses: [200, 201, 202],
    },
    show: {
      may: 'v1.conversions.read',
      says: 'One conversion',
      lists: listing({ expands: { ...both, referral: expands.referral } }),
    },
  }),
  resource('conversions/:conversion_id/refunds', controllers.ConversionRefunds, RefundTransformer, {
    create: { may: 'v1.conversions.write', says: 'Refund?' },
    store: {
      may: 'v1.conversions.write',
      says: 'Record a refund or chargeback',
      takes: tracking.newRefund,
      statuses: [200, 201],
    },
  }),
  deed(
    'conversions/:conversion_id/forgetting',
    controllers.ConversionForgettings,
    ConversionTransformer,
    {
      create: { may: 'v1.conversions.write', says: 'Forget a customer?' },
      store: {
        may: 'v1.conversions.write',
        says: 'Forget the customer of a conversion, in all their rows; the money stays',
        takes: affiliate.empty,
      },
    }
  ),
  deed(
    'conversions/:conversion_id/attribution',
    controllers.ConversionAttributions,
    ConversionTransformer,
    {
      create: { may: 'v1.conversions.write', says: 'Whose conversion?' },
      store: {
        may: 'v1.conversions.write',
        says: 'Attribute a conversion by hand',
        takes: customer.newAttribution,
      },
    }
  ),
  resource('refunds', controllers.Refunds, RefundTransformer, {
    index: {
      may: 'v1.conversions.read',
      says: 'List refunds',
      only: 'api',
      lists: listing({
        states: statesOf(Refund.machine),
        filters: ['conversion_id', 'kind'],
        search: ['external_id'],
        expands: { conversion: expands.conversion },
      }),
    },
    show: {
      may: 'v1.conversions.read',
      says: 'One refund',
      only: 'api',
      lists: listing({ expands: { conversion: expands.conversion } }),
    },
  }),
  deed('refunds/:refund_id/undo', controllers.RefundUndos, RefundTransformer, {
    store: {
      may: 'v1.conversions.write',
      says: 'Undo a refund: a chargeback was won',
      takes: tracking.undoneRefund,
    },
  }),
]
