import { controllers } from '#generated/controllers'
import { listing } from '#http/listing'
import { resource } from '#http/resource'
import * as shapes from '#openapi/shape'
import { batch } from '#controllers/track_batches_controller'
import Affiliate from '#models/affiliate'
import ApiKey from '#models/api_key'
import Campaign from '#models/campaign'
import Commission from '#models/commission'
import Enrollment from '#models/enrollment'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import Referral from '#models/referral'
import Refund from '#models/refund'
import { statesOf } from '#core/state_machine'
import AffiliateTransformer from '#transformers/affiliate_transformer'
import ApiKeyTransformer from '#transformers/api_key_transformer'
import CampaignTransformer from '#transformers/campaign_transformer'
import ClickTransformer from '#transformers/click_transformer'
import CommissionRuleTransformer from '#transformers/commission_rule_transformer'
import CommissionTransformer from '#transformers/commission_transformer'
import ConversionTransformer from '#transformers/conversion_transformer'
import CouponTransformer from '#transformers/coupon_transformer'
import EnrollmentTransformer from '#transformers/enrollment_transformer'
import EventTransformer from '#transformers/event_transformer'
import LeftOutTransformer from '#transformers/left_out_transformer'
import LinkTransformer from '#transformers/link_transformer'
import PaymentFileTransformer from '#transformers/payment_file_transformer'
import PayoutLineTransformer from '#transformers/payout_line_transformer'
import PayoutRunTransformer from '#transformers/payout_run_transformer'
import PayoutTransformer from '#transformers/payout_transformer'
import ReferralTransformer from '#transformers/referral_transformer'
import RefundTransformer from '#transformers/refund_transformer'
import PayoutMethodTransformer from '#transformers/payout_method_transformer'
import { meShape } from '#transformers/me'
import WorkspaceTransformer from '#transformers/workspace_transformer'
import * as account from '#validators/account'
import * as bulk from '#validators/bulk'
import * as affiliate from '#validators/affiliate'
import * as campaign from '#validators/campaign'
import * as payout from '#validators/payout'
import { payoutMethod } from '#validators/payout_method'
import * as enrollment from '#validators/enrollment'
import * as tracking from '#validators/tracking'

/**
 * Every resource, once: mounted under the console for people and under /api/v1 for programs, with what each
 * action asks of its caller. The OpenAPI document is made from this list too.
 */

const affiliateExpand = { affiliate: AffiliateTransformer }
const campaignExpand = { campaign: CampaignTransformer }
const both = { ...affiliateExpand, ...campaignExpand }

/** Clicks of machines. */
const botMarks = ['bot', 'prefetch']

const read = { campaigns: 'v1.campaigns.read', affiliates: 'v1.affiliates.read' } as const

/** Up to 100 rows, each in a transaction of its own. */
const bulkAction = {
  items: true,
  status: 200,
  gives: shapes.object({
    data: shapes.list(
      shapes.object(
        { id: shapes.text(), ok: shapes.flag() },
        { code: shapes.text(), error: shapes.text() }
      )
    ),
  }),
} as const

const program = [
  resource(
    'workspace',
    controllers.Workspace,
    WorkspaceTransformer,
    {
      show: { may: 'v1.workspace.read', says: 'The settings of the account', only: 'api' },
      update: {
        may: 'v1.workspace.write',
        says: 'Change settings',
        takes: account.changedWorkspace,
        only: 'api',
      },
    },
    { singular: true }
  ),
  resource(
    'settings',
    controllers.Workspace,
    WorkspaceTransformer,
    {
      show: { may: 'v1.workspace.read', says: 'Settings', only: 'console' },
      update: {
        may: 'v1.workspace.write',
        says: 'Change settings',
        takes: account.changedWorkspace,
        only: 'console',
      },
    },
    { singular: true }
  ),
  resource(
    'me',
    controllers.Me,
    null,
    { show: { may: 'person', says: 'Who is signed in', only: 'api', gives: meShape } },
    { singular: true }
  ),
  resource('workspaces', controllers.Workspaces, WorkspaceTransformer, {
    index: {
      may: 'person',
      says: 'The workspaces that one belongs to',
      only: 'api',
      lists: listing({ search: ['name'], sorts: ['name'] }),
    },
    create: { may: 'person', says: 'New workspace' },
    store: {
      may: 'person',
      says: 'Found a workspace',
      takes: account.newWorkspace,
    },
  }),

  resource('campaigns', controllers.Campaigns, CampaignTransformer, {
    index: {
      may: read.campaigns,
      says: 'List campaigns',
      lists: listing({
        states: statesOf(Campaign.machine),
        search: ['name', 'slug'],
        sorts: ['name'],
      }),
    },
    create: { may: 'v1.campaigns.write', says: 'New campaign' },
    store: { may: 'v1.campaigns.write', says: 'Make a campaign', takes: campaign.newCampaign },
    show: { may: read.campaigns, says: 'One campaign' },
    edit: { may: 'v1.campaigns.write', says: 'Edit a campaign' },
    update: {
      may: 'v1.campaigns.write',
      says: 'Change a campaign',
      takes: campaign.changedCampaign,
    },
    destroy: { may: 'v1.campaigns.write', says: 'Delete a campaign that nothing uses' },
  }),
  resource(
    'campaigns/:campaign_id/rules/order',
    controllers.CampaignRuleOrders,
    null,
    {
      update: {
        may: 'v1.campaigns.write',
        says: 'Put the rules of a campaign in order',
        method: 'PUT',
        takes: campaign.ruleOrder,
        gives: shapes.object({ data: shapes.list(shapes.ref(CommissionRuleTransformer)) }),
      },
    },
    { singular: true }
  ),
  resource('campaigns/:campaign_id/rules', controllers.CampaignRules, CommissionRuleTransformer, {
    index: {
      may: read.campaigns,
      says: 'The rules of a campaign',
      lists: listing({ sorts: ['position'] }),
    },
    create: { may: 'v1.campaigns.write', says: 'New rule' },
    store: { may: 'v1.campaigns.write', says: 'Add a rule', takes: campaign.newRule },
    edit: { may: 'v1.campaigns.write', says: 'Edit a rule' },
    update: { may: 'v1.campaigns.write', says: 'Change a rule', takes: campaign.changedRule },
    destroy: { may: 'v1.campaigns.write', says: 'Remove a rule' },
  }),
  resource(
    'campaigns/:campaign_id/activation',
    controllers.CampaignActivations,
    CampaignTransformer,
    {
      store: {
        may: 'v1.campaigns.write',
        says: 'Activate a campaign',
        takes: affiliate.empty,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'campaigns/:campaign_id/pause',
    controllers.CampaignPauses,
    CampaignTransformer,
    {
      store: {
        may: 'v1.campaigns.write',
        says: 'Pause a campaign',
        takes: affiliate.empty,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'campaigns/:campaign_id/archive',
    controllers.CampaignArchives,
    CampaignTransformer,
    {
      create: { may: 'v1.campaigns.write', says: 'Archive a campaign?' },
      store: {
        may: 'v1.campaigns.write',
        says: 'Archive a campaign, for good',
        takes: affiliate.empty,
        status: 200,
      },
    },
    { singular: true }
  ),

  resource('affiliates/bulk/activation', controllers.BulkAffiliateActivations, null, {
    store: {
      ...bulkAction,
      may: 'v1.affiliates.write',
      says: 'Many at once: activated',
      takes: bulk.bulkIds,
    },
  }),
  resource('affiliates/bulk/rejection', controllers.BulkAffiliateRejections, null, {
    store: {
      ...bulkAction,
      may: 'v1.affiliates.write',
      says: 'Many at once: rejected',
      takes: bulk.bulkReason,
    },
  }),
  resource('affiliates', controllers.Affiliates, AffiliateTransformer, {
    index: {
      may: read.affiliates,
      says: 'List affiliates',
      lists: listing({
        states: statesOf(Affiliate.machine),
        filters: ['referrer_id'],
        search: ['email', 'name', 'company'],
        sorts: ['name', 'email'],
        mayBeNull: ['name'],
      }),
    },
    create: { may: 'v1.affiliates.write', says: 'New affiliate' },
    store: { may: 'v1.affiliates.write', says: 'Add an affiliate', takes: affiliate.newAffiliate },
    show: { may: read.affiliates, says: 'One affiliate' },
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
        may: read.affiliates,
        says: 'What an affiliate has, per currency',
        only: 'api',
        gives: balances(),
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
      update: {
        may: 'v1.payout_methods.write',
        says: 'Set how an affiliate is paid',
        method: 'PUT',
        takes: payoutMethod,
      },
    },
    { singular: true }
  ),
  resource(
    'affiliates/:affiliate_id/activation',
    controllers.AffiliateActivations,
    AffiliateTransformer,
    {
      store: {
        may: 'v1.affiliates.write',
        says: 'Let an affiliate in',
        takes: affiliate.empty,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'affiliates/:affiliate_id/rejection',
    controllers.AffiliateRejections,
    AffiliateTransformer,
    {
      create: { may: 'v1.affiliates.write', says: 'Reject an affiliate?' },
      store: {
        may: 'v1.affiliates.write',
        says: 'Reject an affiliate',
        takes: affiliate.withReason,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'affiliates/:affiliate_id/suspension',
    controllers.AffiliateSuspensions,
    AffiliateTransformer,
    {
      create: { may: 'v1.affiliates.write', says: 'Suspend an affiliate?' },
      store: {
        may: 'v1.affiliates.write',
        says: 'Suspend an affiliate',
        takes: affiliate.withReason,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'affiliates/:affiliate_id/archive',
    controllers.AffiliateArchives,
    AffiliateTransformer,
    {
      create: { may: 'v1.affiliates.write', says: 'Archive an affiliate?' },
      store: {
        may: 'v1.affiliates.write',
        says: 'Archive an affiliate',
        takes: affiliate.archived,
        status: 200,
      },
    },
    { singular: true }
  ),

  resource('enrollments', controllers.Enrollments, EnrollmentTransformer, {
    index: {
      may: read.affiliates,
      says: 'List enrollments',
      only: 'api',
      lists: listing({
        states: statesOf(Enrollment.machine),
        filters: ['affiliate_id', 'campaign_id'],
        expands: both,
      }),
    },
    store: {
      may: 'v1.affiliates.write',
      says: 'Let an affiliate into a campaign, with terms of their own if any',
      only: 'api',
      takes: enrollment.newEnrollment,
    },
    update: {
      may: 'v1.affiliates.write',
      says: 'Change the terms of an enrollment',
      only: 'api',
      takes: enrollment.changedEnrollment,
    },
    show: {
      may: read.affiliates,
      says: 'One enrollment',
      only: 'api',
      lists: listing({ expands: both }),
    },
  }),
  resource(
    'enrollments/:enrollment_id/activation',
    controllers.EnrollmentActivations,
    EnrollmentTransformer,
    {
      store: {
        may: 'v1.affiliates.write',
        says: 'Activate an enrollment',
        takes: affiliate.empty,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'enrollments/:enrollment_id/rejection',
    controllers.EnrollmentRejections,
    EnrollmentTransformer,
    {
      store: {
        may: 'v1.affiliates.write',
        says: 'Reject an enrollment',
        takes: affiliate.withReason,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'enrollments/:enrollment_id/end',
    controllers.EnrollmentEnds,
    EnrollmentTransformer,
    {
      store: {
        may: 'v1.affiliates.write',
        says: 'End an enrollment',
        takes: affiliate.empty,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource('links', controllers.Links, LinkTransformer, {
    index: {
      may: 'v1.links.read',
      says: 'List links',
      lists: listing({
        filters: ['affiliate_id', 'campaign_id'],
        search: ['ref_param', 'name'],
        sorts: ['ref_param'],
        expands: both,
      }),
    },
    create: { may: 'v1.links.write', says: 'New link' },
    store: { may: 'v1.links.write', says: 'Make a link', takes: affiliate.newLink },
    show: {
      may: 'v1.links.read',
      says: 'One link',
      only: 'api',
      lists: listing({ expands: both }),
    },
    edit: { may: 'v1.links.write', says: 'Edit a link' },
    update: { may: 'v1.links.write', says: 'Change a link', takes: affiliate.changedLink },
    destroy: { may: 'v1.links.write', says: 'Delete a link that was never used' },
  }),
  resource('coupons', controllers.Coupons, CouponTransformer, {
    index: {
      may: 'v1.coupons.read',
      says: 'List coupons',
      lists: listing({
        filters: ['affiliate_id', 'campaign_id'],
        search: ['code'],
        sorts: ['code'],
        expands: both,
      }),
    },
    create: { may: 'v1.coupons.write', says: 'New coupon' },
    store: { may: 'v1.coupons.write', says: 'Make a coupon', takes: affiliate.newCoupon },
    destroy: { may: 'v1.coupons.write', says: 'Delete a coupon that was never used' },
    show: {
      may: 'v1.coupons.read',
      says: 'One coupon',
      only: 'api',
      lists: listing({ expands: both }),
    },
  }),
]

const customers = [
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
        stamps: ['created'],
      }),
    },
    show: { may: 'v1.clicks.read', says: 'One click', only: 'api' },
  }),
  resource('referrals', controllers.Referrals, ReferralTransformer, {
    index: {
      may: 'v1.referrals.read',
      says: 'List referrals',
      lists: listing({
        states: statesOf(Referral.machine, 'lead'),
        filters: ['affiliate_id', 'campaign_id'],
        search: ['customer_external_id', 'customer_email', 'customer_name'],
        expands: both,
      }),
    },
    show: { may: 'v1.referrals.read', says: 'One referral', lists: listing({ expands: both }) },
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
        search: ['external_id', 'customer_external_id', 'customer_email'],
        sorts: ['occurred_at', 'amount'],
        stamps: ['created', 'updated', 'occurred'],
        expands: { ...both, referral: ReferralTransformer },
      }),
    },
    store: {
      may: 'v1.conversions.write',
      says: 'Record a sale',
      takes: tracking.trackedSale,
      only: 'api',
      statuses: [200, 201, 202],
    },
    show: {
      may: 'v1.conversions.read',
      says: 'One conversion',
      lists: listing({ expands: { ...both, referral: ReferralTransformer } }),
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
  resource('refunds', controllers.Refunds, RefundTransformer, {
    index: {
      may: 'v1.conversions.read',
      says: 'List refunds',
      only: 'api',
      lists: listing({
        states: statesOf(Refund.machine),
        filters: ['conversion_id', 'kind'],
        search: ['external_id'],
        expands: { conversion: ConversionTransformer },
      }),
    },
    show: {
      may: 'v1.conversions.read',
      says: 'One refund',
      only: 'api',
      lists: listing({ expands: { conversion: ConversionTransformer } }),
    },
  }),
  resource(
    'refunds/:refund_id/undo',
    controllers.RefundUndos,
    RefundTransformer,
    {
      store: {
        may: 'v1.conversions.write',
        says: 'Undo a refund: a chargeback was won',
        takes: tracking.undoneRefund,
        status: 200,
      },
    },
    { singular: true }
  ),
]

const commissions = [
  resource('commissions/bulk/approval', controllers.BulkCommissionApprovals, null, {
    store: {
      ...bulkAction,
      may: 'v1.commissions.write',
      says: 'Many at once: approved',
      takes: bulk.bulkIds,
    },
  }),
  resource('commissions/bulk/void', controllers.BulkCommissionVoids, null, {
    store: {
      ...bulkAction,
      may: 'v1.commissions.write',
      says: 'Many at once: voided',
      takes: bulk.bulkReason,
    },
  }),
  resource('commissions/bulk/release', controllers.BulkCommissionReleases, null, {
    store: {
      ...bulkAction,
      may: 'v1.commissions.write',
      says: 'Many at once: released',
      takes: bulk.bulkNote,
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
        search: ['explanation'],
        expands: { ...both, conversion: ConversionTransformer, payout: PayoutTransformer },
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
        expands: { ...both, conversion: ConversionTransformer, payout: PayoutTransformer },
      }),
    },
  }),
  resource(
    'commissions/:commission_id/approval',
    controllers.CommissionApprovals,
    CommissionTransformer,
    {
      store: {
        may: 'v1.commissions.write',
        says: 'Make a pending commission due now',
        takes: affiliate.empty,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'commissions/:commission_id/hold',
    controllers.CommissionHolds,
    CommissionTransformer,
    {
      store: {
        may: 'v1.commissions.write',
        says: 'Hold a commission',
        takes: affiliate.withNote,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'commissions/:commission_id/release',
    controllers.CommissionReleases,
    CommissionTransformer,
    {
      store: {
        may: 'v1.commissions.write',
        says: 'Release a held commission',
        takes: affiliate.withNote,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'commissions/:commission_id/void',
    controllers.CommissionVoids,
    CommissionTransformer,
    {
      create: { may: 'v1.commissions.write', says: 'Void a commission?' },
      store: {
        may: 'v1.commissions.write',
        says: 'Void a commission',
        takes: affiliate.withReason,
        status: 200,
      },
    },
    { singular: true }
  ),
]

const payouts = [
  resource('payout_runs', controllers.PayoutRuns, PayoutRunTransformer, {
    index: {
      may: 'v1.payouts.read',
      says: 'List payout runs',
      lists: listing({
        states: statesOf(PayoutRun.machine),
        filters: ['currency', 'trigger'],
        sorts: ['cutoff', 'amount'],
      }),
    },
    create: { may: 'v1.payouts.write', says: 'Open a run' },
    store: {
      may: 'v1.payouts.write',
      says: 'Open a run per currency with something due',
      takes: payout.newRun,
      statuses: [200, 201, 202],
      gives: shapes.object({ data: shapes.list(shapes.anything()) }),
    },
    show: { may: 'v1.payouts.read', says: 'One payout run' },
  }),
  resource(
    'payout_runs/:payout_run_id/left_out',
    controllers.PayoutRunLeftOuts,
    LeftOutTransformer,
    {
      index: {
        may: 'v1.payouts.read',
        says: 'Who a run leaves out, and why',
        only: 'api',
        lists: listing({ filters: ['reason'], expands: affiliateExpand }),
      },
    }
  ),
  resource('payout_runs/:payout_run_id/files', controllers.PayoutRunFiles, PaymentFileTransformer, {
    index: {
      may: 'v1.payouts.approve',
      says: 'The payment files of a run',
      only: 'api',
      gives: shapes.object({ data: shapes.list(PaymentFileTransformer.shape) }),
    },
    show: {
      may: 'v1.payouts.approve',
      says: 'Download a payment file by its format',
      asks: { part: shapes.whole({ minimum: 1 }) },
      givesText: true,
      gives: shapes.text(),
    },
  }),
  resource(
    'payout_runs/:payout_run_id/approval',
    controllers.PayoutRunApprovals,
    PayoutRunTransformer,
    {
      create: { may: 'v1.payouts.approve', says: 'Approve a run?' },
      store: {
        may: 'v1.payouts.approve',
        says: 'Approve a run',
        takes: affiliate.empty,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'payout_runs/:payout_run_id/rejection',
    controllers.PayoutRunRejections,
    PayoutRunTransformer,
    {
      create: { may: 'v1.payouts.approve', says: 'Reject a run?' },
      store: {
        may: 'v1.payouts.approve',
        says: 'Reject a run',
        takes: affiliate.withReason,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'payout_runs/:payout_run_id/cancel',
    controllers.PayoutRunCancels,
    PayoutRunTransformer,
    {
      create: { may: 'v1.payouts.write', says: 'Cancel a run?' },
      store: {
        may: 'v1.payouts.write',
        says: 'Cancel a run',
        takes: affiliate.withReason,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'payout_runs/:payout_run_id/execution',
    controllers.PayoutRunExecutions,
    PayoutRunTransformer,
    {
      store: {
        may: 'v1.payouts.write',
        says: 'Set an approved run on its way',
        takes: affiliate.empty,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'payout_runs/:payout_run_id/payment',
    controllers.PayoutRunPayments,
    PayoutRunTransformer,
    {
      create: { may: 'v1.payouts.write', says: 'Mark a run paid?' },
      store: {
        may: 'v1.payouts.write',
        says: 'Mark all of a run paid, but for exceptions',
        takes: payout.paidRun,
        status: 200,
      },
    },
    { singular: true }
  ),

  resource('payouts/bulk/exclusion', controllers.BulkPayoutExclusions, null, {
    store: {
      ...bulkAction,
      may: 'v1.payouts.write',
      says: 'Many at once: excluded',
      takes: bulk.bulkReason,
    },
  }),
  resource('payouts/bulk/payment', controllers.BulkPayoutPayments, null, {
    store: {
      ...bulkAction,
      may: 'v1.payouts.write',
      says: 'Many at once: marked as paid',
      takes: bulk.bulkPaid,
    },
  }),
  resource('payouts/bulk/failure', controllers.BulkPayoutFailures, null, {
    store: {
      ...bulkAction,
      may: 'v1.payouts.write',
      says: 'Many at once: marked as failed',
      takes: bulk.bulkReason,
    },
  }),
  resource('payouts/bulk/return', controllers.BulkPayoutReturns, null, {
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
        search: ['reference'],
        sorts: ['amount', 'paid_at'],
        mayBeNull: ['paid_at'],
        expands: { ...affiliateExpand, run: PayoutRunTransformer },
      }),
    },
    show: {
      may: 'v1.payouts.read',
      says: 'One payout',
      lists: listing({ expands: { ...affiliateExpand, run: PayoutRunTransformer } }),
    },
  }),
  resource('payouts/:payout_id/lines', controllers.PayoutLines, PayoutLineTransformer, {
    index: {
      may: 'v1.payouts.read',
      says: 'The lines of a payout',
      only: 'api',
      lists: listing({ expands: { commission: CommissionTransformer } }),
    },
  }),
  resource(
    'payouts/:payout_id/exclusion',
    controllers.PayoutExclusions,
    PayoutTransformer,
    {
      create: { may: 'v1.payouts.write', says: 'Exclude a payout?' },
      store: {
        may: 'v1.payouts.write',
        says: 'Leave a payout out of its run',
        takes: affiliate.withReason,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'payouts/:payout_id/payment',
    controllers.PayoutPayments,
    PayoutTransformer,
    {
      create: { may: 'v1.payouts.write', says: 'Mark a payout paid?' },
      store: {
        may: 'v1.payouts.write',
        says: 'Mark a payout paid',
        takes: payout.paid,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'payouts/:payout_id/failure',
    controllers.PayoutFailures,
    PayoutTransformer,
    {
      create: { may: 'v1.payouts.write', says: 'Mark a payout failed?' },
      store: {
        may: 'v1.payouts.write',
        says: 'Mark a payout failed',
        takes: affiliate.withReason,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'payouts/:payout_id/return',
    controllers.PayoutReturns,
    PayoutTransformer,
    {
      create: { may: 'v1.payouts.write', says: 'Mark a payout returned?' },
      store: {
        may: 'v1.payouts.write',
        says: 'Mark a paid payout returned',
        takes: affiliate.withReason,
        status: 200,
      },
    },
    { singular: true }
  ),
]

const trackAnswer = shapes.object({
  conversion: ConversionTransformer.shape,
  referral: shapes.nullable(ReferralTransformer.shape),
  commissions: shapes.list(CommissionTransformer.shape),
  attributed: shapes.flag(),
  explanation: shapes.text(),
})

const track = [
  resource('track/click', controllers.TrackClicks, null, {
    store: {
      may: 'v1.track.write',
      says: 'Track a click',
      takes: tracking.trackedClick,
      only: 'api',
      gives: shapes.object({ click: ClickTransformer.shape, visitor_id: shapes.text() }),
    },
  }),
  resource('track/lead', controllers.TrackLeads, null, {
    store: {
      may: 'v1.track.write',
      says: 'Track a lead',
      takes: tracking.trackedLead,
      only: 'api',
      statuses: [200, 201, 202],
      gives: trackAnswer,
    },
  }),
  resource('track/sale', controllers.TrackSales, null, {
    store: {
      may: 'v1.track.write',
      says: 'Track a sale or renewal',
      takes: tracking.trackedSale,
      only: 'api',
      statuses: [200, 201, 202],
      gives: trackAnswer,
    },
  }),
  resource('track/refund', controllers.TrackRefunds, null, {
    store: {
      may: 'v1.track.write',
      says: 'Track a refund or chargeback',
      takes: tracking.trackedRefund,
      only: 'api',
      statuses: [200, 201, 202],
      gives: shapes.object({ refund: RefundTransformer.shape }),
    },
  }),
  resource('track/batch', controllers.TrackBatches, null, {
    store: {
      may: 'v1.track.write',
      says: 'Track up to 1,000 events',
      takes: batch,
      items: true,
      only: 'api',
      status: 200,
      gives: shapes.object({ data: shapes.list(shapes.anything()) }),
    },
  }),
]

/** A key with its secret, which is null when the answer is given again. */
const newKeyShape = {
  allOf: [shapes.ref(ApiKeyTransformer), shapes.object({ secret: shapes.nullable(shapes.text()) })],
}

const keys = [
  resource('api_keys', controllers.ApiKeys, ApiKeyTransformer, {
    index: {
      may: 'v1.api_keys.read',
      says: 'List API keys',
      lists: listing({
        states: statesOf(ApiKey.machine),
        search: ['name', 'last_four'],
        sorts: ['name', 'last_used_at'],
        mayBeNull: ['last_used_at'],
      }),
    },
    create: { may: 'v1.api_keys.write', says: 'New API key' },
    store: {
      may: 'v1.api_keys.write',
      says: 'Make an API key',
      takes: account.newApiKey,
      gives: newKeyShape,
    },
    show: { may: 'v1.api_keys.read', says: 'One API key' },
    edit: { may: 'v1.api_keys.write', says: 'Edit an API key' },
    update: { may: 'v1.api_keys.write', says: 'Change an API key', takes: account.changedApiKey },
    destroy: { may: 'v1.api_keys.write', says: 'Revoke an API key, for good' },
  }),
  resource(
    'api_keys/:api_key_id/rotation',
    controllers.ApiKeyRotations,
    ApiKeyTransformer,
    {
      store: {
        may: 'v1.api_keys.write',
        says: 'Make a key like this one, which ends after an overlap',
        only: 'api',
        takes: account.keyRotation,
        gives: newKeyShape,
      },
    },
    { singular: true }
  ),
  resource(
    'api_keys/:api_key_id/disable',
    controllers.ApiKeyDisables,
    ApiKeyTransformer,
    {
      store: {
        may: 'v1.api_keys.write',
        says: 'Disable an API key',
        takes: affiliate.empty,
        status: 200,
      },
    },
    { singular: true }
  ),
  resource(
    'api_keys/:api_key_id/enable',
    controllers.ApiKeyEnables,
    ApiKeyTransformer,
    {
      store: {
        may: 'v1.api_keys.write',
        says: 'Enable an API key again',
        takes: affiliate.empty,
        status: 200,
      },
    },
    { singular: true }
  ),
]

const activity = [
  resource('events', controllers.Events, EventTransformer, {
    index: {
      may: 'v1.events.read',
      says: 'What happened',
      lists: listing({
        filters: ['type', 'subject_id', 'actor_id'],
        search: ['subject_id'],
        stamps: ['created'],
      }),
    },
    show: { may: 'v1.events.read', says: 'One event', only: 'api' },
  }),
  resource('jobs', controllers.Jobs, null, {
    index: {
      may: 'v1.jobs.read',
      says: 'Queues, schedules and failures',
      gives: shapes.anything(),
    },
  }),
  resource(
    'jobs/:job_id/retry',
    controllers.JobRetries,
    null,
    {
      store: {
        may: 'v1.jobs.write',
        says: 'Do a failed job again',
        gives: shapes.anything(),
        status: 200,
      },
      destroy: { may: 'v1.jobs.write', says: 'Discard a failed job', status: 200 },
    },
    { singular: true }
  ),
]

export const resources = [
  ...program,
  ...customers,
  ...commissions,
  ...payouts,
  ...track,
  ...keys,
  ...activity,
]

function balances() {
  const money = ['held', 'pending', 'due', 'processing', 'paid', 'available', 'minimum']
  return shapes.object({
    data: shapes.list(
      shapes.object({
        currency: shapes.currency(),
        ...Object.fromEntries(money.map((name) => [name, shapes.money()])),
      })
    ),
  })
}
