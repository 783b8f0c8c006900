import '@adonisjs/core/types/http'

type ParamValue = string | number | bigint | boolean

export type ScannedRoutes = {
  ALL: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'browser_snippets.show': { paramsTuple?: []; params?: {} }
    'beacons.store': { paramsTuple?: []; params?: {} }
    'incoming_events.store': { paramsTuple: [ParamValue,ParamValue]; params: {'source': ParamValue,'workspace_id': ParamValue} }
    'postbacks.show': { paramsTuple?: []; params?: {} }
    'setups.create': { paramsTuple?: []; params?: {} }
    'setups.store': { paramsTuple?: []; params?: {} }
    'sessions.create': { paramsTuple?: []; params?: {} }
    'sessions.store': { paramsTuple?: []; params?: {} }
    'second_factors.create': { paramsTuple?: []; params?: {} }
    'second_factors.store': { paramsTuple?: []; params?: {} }
    'password_resets.create': { paramsTuple?: []; params?: {} }
    'password_resets.store': { paramsTuple?: []; params?: {} }
    'password_resets.edit': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'password_resets.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'joins.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'joins.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'styleguide.show': { paramsTuple?: []; params?: {} }
    'sessions.destroy': { paramsTuple?: []; params?: {} }
    'current_workspaces.update': { paramsTuple?: []; params?: {} }
    'two_factors.show': { paramsTuple?: []; params?: {} }
    'two_factors.store': { paramsTuple?: []; params?: {} }
    'two_factors.update': { paramsTuple?: []; params?: {} }
    'two_factors.destroy': { paramsTuple?: []; params?: {} }
    'recovery_codes.store': { paramsTuple?: []; params?: {} }
    'overviews.show': { paramsTuple?: []; params?: {} }
    'samples.destroy': { paramsTuple?: []; params?: {} }
    'searches.show': { paramsTuple?: []; params?: {} }
    'api_docs.index': { paramsTuple?: []; params?: {} }
    'api_docs.show': { paramsTuple: [ParamValue]; params: {'part': ParamValue} }
    'profiles.show': { paramsTuple?: []; params?: {} }
    'profiles.update': { paramsTuple?: []; params?: {} }
    'profile_passwords.update': { paramsTuple?: []; params?: {} }
    'profile_sessions.destroy_others': { paramsTuple?: []; params?: {} }
    'profile_sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.settings.show': { paramsTuple?: []; params?: {} }
    'console.settings.update': { paramsTuple?: []; params?: {} }
    'console.workspaces.create': { paramsTuple?: []; params?: {} }
    'console.workspaces.store': { paramsTuple?: []; params?: {} }
    'console.members.index': { paramsTuple?: []; params?: {} }
    'console.members.csv': { paramsTuple?: []; params?: {} }
    'console.members.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.members.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.members.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.membership.destroy': { paramsTuple?: []; params?: {} }
    'console.invitations.index': { paramsTuple?: []; params?: {} }
    'console.invitations.csv': { paramsTuple?: []; params?: {} }
    'console.invitations.create': { paramsTuple?: []; params?: {} }
    'console.invitations.store': { paramsTuple?: []; params?: {} }
    'console.invitations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.invitations.resend.store': { paramsTuple: [ParamValue]; params: {'invitation_id': ParamValue} }
    'console.ownership.create': { paramsTuple?: []; params?: {} }
    'console.ownership.store': { paramsTuple?: []; params?: {} }
    'console.mails.index': { paramsTuple?: []; params?: {} }
    'console.mails.csv': { paramsTuple?: []; params?: {} }
    'console.campaigns.index': { paramsTuple?: []; params?: {} }
    'console.campaigns.csv': { paramsTuple?: []; params?: {} }
    'console.campaigns.create': { paramsTuple?: []; params?: {} }
    'console.campaigns.store': { paramsTuple?: []; params?: {} }
    'console.campaigns.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.campaigns.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.campaigns.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.campaigns.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.campaigns.rules.order.update': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.rules.create': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.rules.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.rules.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'campaign_id': ParamValue,'id': ParamValue} }
    'console.campaigns.rules.update': { paramsTuple: [ParamValue,ParamValue]; params: {'campaign_id': ParamValue,'id': ParamValue} }
    'console.campaigns.rules.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'campaign_id': ParamValue,'id': ParamValue} }
    'console.campaigns.preview.show': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.preview.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.activation.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.pause.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.archive.create': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.archive.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.affiliates.bulk.activation.create': { paramsTuple?: []; params?: {} }
    'console.affiliates.bulk.activation.store': { paramsTuple?: []; params?: {} }
    'console.affiliates.bulk.rejection.create': { paramsTuple?: []; params?: {} }
    'console.affiliates.bulk.rejection.store': { paramsTuple?: []; params?: {} }
    'console.affiliates.index': { paramsTuple?: []; params?: {} }
    'console.affiliates.csv': { paramsTuple?: []; params?: {} }
    'console.affiliates.create': { paramsTuple?: []; params?: {} }
    'console.affiliates.store': { paramsTuple?: []; params?: {} }
    'console.affiliates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.affiliates.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.affiliates.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.affiliates.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.affiliates.statements.index': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.statements.show': { paramsTuple: [ParamValue,ParamValue]; params: {'affiliate_id': ParamValue,'id': ParamValue} }
    'console.affiliates.statements.file.show': { paramsTuple: [ParamValue,ParamValue]; params: {'affiliate_id': ParamValue,'statement_id': ParamValue} }
    'console.affiliates.payout_method.edit': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.payout_method.update': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.activation.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.rejection.create': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.rejection.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.suspension.create': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.suspension.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.archive.create': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.archive.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.forgetting.create': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.forgetting.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.enrollments.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.enrollments.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.enrollments.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.enrollments.activation.store': { paramsTuple: [ParamValue]; params: {'enrollment_id': ParamValue} }
    'console.enrollments.rejection.store': { paramsTuple: [ParamValue]; params: {'enrollment_id': ParamValue} }
    'console.enrollments.end.store': { paramsTuple: [ParamValue]; params: {'enrollment_id': ParamValue} }
    'console.links.index': { paramsTuple?: []; params?: {} }
    'console.links.csv': { paramsTuple?: []; params?: {} }
    'console.links.create': { paramsTuple?: []; params?: {} }
    'console.links.store': { paramsTuple?: []; params?: {} }
    'console.links.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.links.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.links.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.coupons.index': { paramsTuple?: []; params?: {} }
    'console.coupons.csv': { paramsTuple?: []; params?: {} }
    'console.coupons.create': { paramsTuple?: []; params?: {} }
    'console.coupons.store': { paramsTuple?: []; params?: {} }
    'console.coupons.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.coupons.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.coupons.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.referrals.index': { paramsTuple?: []; params?: {} }
    'console.referrals.csv': { paramsTuple?: []; params?: {} }
    'console.referrals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.referrals.move.create': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.referrals.move.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.referrals.denial.create': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.referrals.denial.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.referrals.restoration.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.referrals.forgetting.create': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.referrals.forgetting.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.conversions.index': { paramsTuple?: []; params?: {} }
    'console.conversions.csv': { paramsTuple?: []; params?: {} }
    'console.conversions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.conversions.refunds.create': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.conversions.refunds.store': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.conversions.forgetting.create': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.conversions.forgetting.store': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.conversions.attribution.create': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.conversions.attribution.store': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.refunds.undo.store': { paramsTuple: [ParamValue]; params: {'refund_id': ParamValue} }
    'console.commissions.bulk.approval.create': { paramsTuple?: []; params?: {} }
    'console.commissions.bulk.approval.store': { paramsTuple?: []; params?: {} }
    'console.commissions.bulk.void.create': { paramsTuple?: []; params?: {} }
    'console.commissions.bulk.void.store': { paramsTuple?: []; params?: {} }
    'console.commissions.bulk.release.create': { paramsTuple?: []; params?: {} }
    'console.commissions.bulk.release.store': { paramsTuple?: []; params?: {} }
    'console.commissions.index': { paramsTuple?: []; params?: {} }
    'console.commissions.csv': { paramsTuple?: []; params?: {} }
    'console.commissions.create': { paramsTuple?: []; params?: {} }
    'console.commissions.store': { paramsTuple?: []; params?: {} }
    'console.commissions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.commissions.approval.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'console.commissions.hold.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'console.commissions.release.create': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'console.commissions.release.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'console.commissions.void.create': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'console.commissions.void.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'console.payout_runs.index': { paramsTuple?: []; params?: {} }
    'console.payout_runs.csv': { paramsTuple?: []; params?: {} }
    'console.payout_runs.create': { paramsTuple?: []; params?: {} }
    'console.payout_runs.store': { paramsTuple?: []; params?: {} }
    'console.payout_runs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.payout_runs.files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'id': ParamValue} }
    'console.payout_runs.approval.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.approval.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.rejection.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.rejection.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.cancel.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.cancel.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.execution.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.payment.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.payment.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.reconciliations.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.reconciliations.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.reconciliations.show': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'id': ParamValue} }
    'console.payouts.bulk.exclusion.create': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.exclusion.store': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.payment.create': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.payment.store': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.failure.create': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.failure.store': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.return.create': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.return.store': { paramsTuple?: []; params?: {} }
    'console.payouts.index': { paramsTuple?: []; params?: {} }
    'console.payouts.csv': { paramsTuple?: []; params?: {} }
    'console.payouts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.payouts.exclusion.create': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.exclusion.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.inclusion.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.payment.create': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.payment.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.failure.create': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.failure.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.return.create': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.return.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.tracking.show': { paramsTuple?: []; params?: {} }
    'console.tracking.check.show': { paramsTuple?: []; params?: {} }
    'console.sources.stripe.show': { paramsTuple?: []; params?: {} }
    'console.sources.stripe.update': { paramsTuple?: []; params?: {} }
    'console.sources.stripe.destroy': { paramsTuple?: []; params?: {} }
    'console.sources.postback.show': { paramsTuple?: []; params?: {} }
    'console.sources.postback.store': { paramsTuple?: []; params?: {} }
    'console.sources.postback.destroy': { paramsTuple?: []; params?: {} }
    'console.source_events.index': { paramsTuple?: []; params?: {} }
    'console.source_events.csv': { paramsTuple?: []; params?: {} }
    'console.source_events.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.source_events.replay.store': { paramsTuple: [ParamValue]; params: {'source_event_id': ParamValue} }
    'console.api_keys.index': { paramsTuple?: []; params?: {} }
    'console.api_keys.csv': { paramsTuple?: []; params?: {} }
    'console.api_keys.create': { paramsTuple?: []; params?: {} }
    'console.api_keys.store': { paramsTuple?: []; params?: {} }
    'console.api_keys.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.api_keys.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.api_keys.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.api_keys.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.api_keys.rotation.create': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'console.api_keys.rotation.store': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'console.api_keys.disable.store': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'console.api_keys.enable.store': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'console.reports.index': { paramsTuple?: []; params?: {} }
    'console.reports.file.show': { paramsTuple?: []; params?: {} }
    'console.events.index': { paramsTuple?: []; params?: {} }
    'console.events.csv': { paramsTuple?: []; params?: {} }
    'console.jobs.index': { paramsTuple?: []; params?: {} }
    'console.jobs.retry.store': { paramsTuple: [ParamValue]; params: {'job_id': ParamValue} }
    'console.jobs.retry.destroy': { paramsTuple: [ParamValue]; params: {'job_id': ParamValue} }
    'api.auth.login.store': { paramsTuple?: []; params?: {} }
    'api.auth.refresh.store': { paramsTuple?: []; params?: {} }
    'api.auth.logout.store': { paramsTuple?: []; params?: {} }
    'api.workspace.show': { paramsTuple?: []; params?: {} }
    'api.workspace.update': { paramsTuple?: []; params?: {} }
    'api.me.show': { paramsTuple?: []; params?: {} }
    'api.workspaces.index': { paramsTuple?: []; params?: {} }
    'api.workspaces.store': { paramsTuple?: []; params?: {} }
    'api.members.index': { paramsTuple?: []; params?: {} }
    'api.members.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.members.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.members.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.membership.destroy': { paramsTuple?: []; params?: {} }
    'api.invitations.index': { paramsTuple?: []; params?: {} }
    'api.invitations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.invitations.store': { paramsTuple?: []; params?: {} }
    'api.invitations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.invitations.resend.store': { paramsTuple: [ParamValue]; params: {'invitation_id': ParamValue} }
    'api.ownership.store': { paramsTuple?: []; params?: {} }
    'api.mails.index': { paramsTuple?: []; params?: {} }
    'api.campaigns.index': { paramsTuple?: []; params?: {} }
    'api.campaigns.store': { paramsTuple?: []; params?: {} }
    'api.campaigns.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.campaigns.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.campaigns.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.campaigns.rules.order.update': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.campaigns.rules.index': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.campaigns.rules.show': { paramsTuple: [ParamValue,ParamValue]; params: {'campaign_id': ParamValue,'id': ParamValue} }
    'api.campaigns.rules.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.campaigns.rules.update': { paramsTuple: [ParamValue,ParamValue]; params: {'campaign_id': ParamValue,'id': ParamValue} }
    'api.campaigns.rules.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'campaign_id': ParamValue,'id': ParamValue} }
    'api.campaigns.preview.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.campaigns.activation.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.campaigns.pause.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.campaigns.archive.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.affiliates.bulk.activation.store': { paramsTuple?: []; params?: {} }
    'api.affiliates.bulk.rejection.store': { paramsTuple?: []; params?: {} }
    'api.affiliates.index': { paramsTuple?: []; params?: {} }
    'api.affiliates.store': { paramsTuple?: []; params?: {} }
    'api.affiliates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.affiliates.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.affiliates.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.affiliates.balance.show': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.statements.index': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.statements.show': { paramsTuple: [ParamValue,ParamValue]; params: {'affiliate_id': ParamValue,'id': ParamValue} }
    'api.affiliates.statements.file.show': { paramsTuple: [ParamValue,ParamValue]; params: {'affiliate_id': ParamValue,'statement_id': ParamValue} }
    'api.affiliates.payout_method.show': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.payout_method.update': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.activation.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.rejection.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.suspension.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.archive.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.forgetting.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.enrollments.index': { paramsTuple?: []; params?: {} }
    'api.enrollments.store': { paramsTuple?: []; params?: {} }
    'api.enrollments.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.enrollments.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.enrollments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.enrollments.activation.store': { paramsTuple: [ParamValue]; params: {'enrollment_id': ParamValue} }
    'api.enrollments.rejection.store': { paramsTuple: [ParamValue]; params: {'enrollment_id': ParamValue} }
    'api.enrollments.end.store': { paramsTuple: [ParamValue]; params: {'enrollment_id': ParamValue} }
    'api.links.index': { paramsTuple?: []; params?: {} }
    'api.links.store': { paramsTuple?: []; params?: {} }
    'api.links.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.links.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.links.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.coupons.index': { paramsTuple?: []; params?: {} }
    'api.coupons.store': { paramsTuple?: []; params?: {} }
    'api.coupons.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.coupons.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.coupons.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.clicks.index': { paramsTuple?: []; params?: {} }
    'api.clicks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.referrals.index': { paramsTuple?: []; params?: {} }
    'api.referrals.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.referrals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.referrals.move.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'api.referrals.denial.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'api.referrals.restoration.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'api.referrals.forgetting.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'api.conversions.index': { paramsTuple?: []; params?: {} }
    'api.conversions.store': { paramsTuple?: []; params?: {} }
    'api.conversions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.conversions.refunds.store': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'api.conversions.forgetting.store': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'api.conversions.attribution.store': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'api.refunds.index': { paramsTuple?: []; params?: {} }
    'api.refunds.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.refunds.undo.store': { paramsTuple: [ParamValue]; params: {'refund_id': ParamValue} }
    'api.commissions.bulk.approval.store': { paramsTuple?: []; params?: {} }
    'api.commissions.bulk.void.store': { paramsTuple?: []; params?: {} }
    'api.commissions.bulk.release.store': { paramsTuple?: []; params?: {} }
    'api.commissions.index': { paramsTuple?: []; params?: {} }
    'api.commissions.store': { paramsTuple?: []; params?: {} }
    'api.commissions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.commissions.approval.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'api.commissions.hold.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'api.commissions.release.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'api.commissions.void.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'api.payout_runs.index': { paramsTuple?: []; params?: {} }
    'api.payout_runs.store': { paramsTuple?: []; params?: {} }
    'api.payout_runs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.payout_runs.left_out.index': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.files.index': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'id': ParamValue} }
    'api.payout_runs.approval.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.rejection.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.cancel.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.execution.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.payment.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.reconciliations.index': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.reconciliations.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.reconciliations.show': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'id': ParamValue} }
    'api.payout_runs.reconciliations.lines.index': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'reconciliation_id': ParamValue} }
    'api.payouts.bulk.exclusion.store': { paramsTuple?: []; params?: {} }
    'api.payouts.bulk.payment.store': { paramsTuple?: []; params?: {} }
    'api.payouts.bulk.failure.store': { paramsTuple?: []; params?: {} }
    'api.payouts.bulk.return.store': { paramsTuple?: []; params?: {} }
    'api.payouts.index': { paramsTuple?: []; params?: {} }
    'api.payouts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.payouts.lines.index': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'api.payouts.exclusion.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'api.payouts.inclusion.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'api.payouts.payment.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'api.payouts.failure.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'api.payouts.return.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'api.track.click.store': { paramsTuple?: []; params?: {} }
    'api.track.lead.store': { paramsTuple?: []; params?: {} }
    'api.track.sale.store': { paramsTuple?: []; params?: {} }
    'api.track.refund.store': { paramsTuple?: []; params?: {} }
    'api.track.batch.store': { paramsTuple?: []; params?: {} }
    'api.sources.stripe.show': { paramsTuple?: []; params?: {} }
    'api.sources.stripe.update': { paramsTuple?: []; params?: {} }
    'api.sources.stripe.destroy': { paramsTuple?: []; params?: {} }
    'api.sources.postback.show': { paramsTuple?: []; params?: {} }
    'api.sources.postback.store': { paramsTuple?: []; params?: {} }
    'api.sources.postback.destroy': { paramsTuple?: []; params?: {} }
    'api.source_events.index': { paramsTuple?: []; params?: {} }
    'api.source_events.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.source_events.replay.store': { paramsTuple: [ParamValue]; params: {'source_event_id': ParamValue} }
    'api.affiliate.me.show': { paramsTuple?: []; params?: {} }
    'api.affiliate.balance.show': { paramsTuple?: []; params?: {} }
    'api.affiliate.links.index': { paramsTuple?: []; params?: {} }
    'api.affiliate.clicks.index': { paramsTuple?: []; params?: {} }
    'api.affiliate.conversions.index': { paramsTuple?: []; params?: {} }
    'api.affiliate.commissions.index': { paramsTuple?: []; params?: {} }
    'api.affiliate.payouts.index': { paramsTuple?: []; params?: {} }
    'api.api_keys.index': { paramsTuple?: []; params?: {} }
    'api.api_keys.store': { paramsTuple?: []; params?: {} }
    'api.api_keys.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.api_keys.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.api_keys.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.api_keys.rotation.store': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'api.api_keys.disable.store': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'api.api_keys.enable.store': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'api.reports.summary.show': { paramsTuple?: []; params?: {} }
    'api.reports.timeseries.show': { paramsTuple?: []; params?: {} }
    'api.reports.top.show': { paramsTuple?: []; params?: {} }
    'api.reports.file.show': { paramsTuple?: []; params?: {} }
    'api.events.index': { paramsTuple?: []; params?: {} }
    'api.events.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.jobs.index': { paramsTuple?: []; params?: {} }
    'api.jobs.retry.store': { paramsTuple: [ParamValue]; params: {'job_id': ParamValue} }
    'api.jobs.retry.destroy': { paramsTuple: [ParamValue]; params: {'job_id': ParamValue} }
    'affixo.POST /v1/affiliates': { paramsTuple?: []; params?: {} }
    'affixo.POST /v1/links': { paramsTuple?: []; params?: {} }
    'affixo.POST /v1/track/click': { paramsTuple?: []; params?: {} }
    'affixo.POST /v1/track/lead': { paramsTuple?: []; params?: {} }
    'affixo.POST /v1/track/sale': { paramsTuple?: []; params?: {} }
    'affixo.POST /v1/track/refund': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/campaigns': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/commissions': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/conversions': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/payouts': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/me': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/balance': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/links': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/clicks': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/conversions': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/commissions': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/payouts': { paramsTuple?: []; params?: {} }
    'affilync.POST /auth/login': { paramsTuple?: []; params?: {} }
    'affilync.POST /auth/refresh': { paramsTuple?: []; params?: {} }
    'affilync.GET /campaigns': { paramsTuple?: []; params?: {} }
    'affilync.GET /links': { paramsTuple?: []; params?: {} }
    'affilync.GET /commissions': { paramsTuple?: []; params?: {} }
    'linquid.GET /links': { paramsTuple?: []; params?: {} }
    'linquid.POST /links': { paramsTuple?: []; params?: {} }
    'linquid.GET /links/:id': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'linquid.PATCH /links/:id': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'linquid.DELETE /links/:id': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'linquid.GET /campaigns': { paramsTuple?: []; params?: {} }
    'linquid.GET /campaigns/:id': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'linquid.GET /conversions': { paramsTuple?: []; params?: {} }
    'linquid.GET /conversions/:id': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'ofauth.POST /v2/access/promotions/tracking-links': { paramsTuple?: []; params?: {} }
  }
  GET: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'browser_snippets.show': { paramsTuple?: []; params?: {} }
    'postbacks.show': { paramsTuple?: []; params?: {} }
    'setups.create': { paramsTuple?: []; params?: {} }
    'sessions.create': { paramsTuple?: []; params?: {} }
    'second_factors.create': { paramsTuple?: []; params?: {} }
    'password_resets.create': { paramsTuple?: []; params?: {} }
    'password_resets.edit': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'joins.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'styleguide.show': { paramsTuple?: []; params?: {} }
    'two_factors.show': { paramsTuple?: []; params?: {} }
    'overviews.show': { paramsTuple?: []; params?: {} }
    'searches.show': { paramsTuple?: []; params?: {} }
    'api_docs.index': { paramsTuple?: []; params?: {} }
    'api_docs.show': { paramsTuple: [ParamValue]; params: {'part': ParamValue} }
    'profiles.show': { paramsTuple?: []; params?: {} }
    'console.settings.show': { paramsTuple?: []; params?: {} }
    'console.workspaces.create': { paramsTuple?: []; params?: {} }
    'console.members.index': { paramsTuple?: []; params?: {} }
    'console.members.csv': { paramsTuple?: []; params?: {} }
    'console.members.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.invitations.index': { paramsTuple?: []; params?: {} }
    'console.invitations.csv': { paramsTuple?: []; params?: {} }
    'console.invitations.create': { paramsTuple?: []; params?: {} }
    'console.ownership.create': { paramsTuple?: []; params?: {} }
    'console.mails.index': { paramsTuple?: []; params?: {} }
    'console.mails.csv': { paramsTuple?: []; params?: {} }
    'console.campaigns.index': { paramsTuple?: []; params?: {} }
    'console.campaigns.csv': { paramsTuple?: []; params?: {} }
    'console.campaigns.create': { paramsTuple?: []; params?: {} }
    'console.campaigns.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.campaigns.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.campaigns.rules.create': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.rules.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'campaign_id': ParamValue,'id': ParamValue} }
    'console.campaigns.preview.show': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.archive.create': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.affiliates.bulk.activation.create': { paramsTuple?: []; params?: {} }
    'console.affiliates.bulk.rejection.create': { paramsTuple?: []; params?: {} }
    'console.affiliates.index': { paramsTuple?: []; params?: {} }
    'console.affiliates.csv': { paramsTuple?: []; params?: {} }
    'console.affiliates.create': { paramsTuple?: []; params?: {} }
    'console.affiliates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.affiliates.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.affiliates.statements.index': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.statements.show': { paramsTuple: [ParamValue,ParamValue]; params: {'affiliate_id': ParamValue,'id': ParamValue} }
    'console.affiliates.statements.file.show': { paramsTuple: [ParamValue,ParamValue]; params: {'affiliate_id': ParamValue,'statement_id': ParamValue} }
    'console.affiliates.payout_method.edit': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.rejection.create': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.suspension.create': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.archive.create': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.forgetting.create': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.enrollments.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.links.index': { paramsTuple?: []; params?: {} }
    'console.links.csv': { paramsTuple?: []; params?: {} }
    'console.links.create': { paramsTuple?: []; params?: {} }
    'console.links.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.coupons.index': { paramsTuple?: []; params?: {} }
    'console.coupons.csv': { paramsTuple?: []; params?: {} }
    'console.coupons.create': { paramsTuple?: []; params?: {} }
    'console.coupons.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.referrals.index': { paramsTuple?: []; params?: {} }
    'console.referrals.csv': { paramsTuple?: []; params?: {} }
    'console.referrals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.referrals.move.create': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.referrals.denial.create': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.referrals.forgetting.create': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.conversions.index': { paramsTuple?: []; params?: {} }
    'console.conversions.csv': { paramsTuple?: []; params?: {} }
    'console.conversions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.conversions.refunds.create': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.conversions.forgetting.create': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.conversions.attribution.create': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.commissions.bulk.approval.create': { paramsTuple?: []; params?: {} }
    'console.commissions.bulk.void.create': { paramsTuple?: []; params?: {} }
    'console.commissions.bulk.release.create': { paramsTuple?: []; params?: {} }
    'console.commissions.index': { paramsTuple?: []; params?: {} }
    'console.commissions.csv': { paramsTuple?: []; params?: {} }
    'console.commissions.create': { paramsTuple?: []; params?: {} }
    'console.commissions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.commissions.release.create': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'console.commissions.void.create': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'console.payout_runs.index': { paramsTuple?: []; params?: {} }
    'console.payout_runs.csv': { paramsTuple?: []; params?: {} }
    'console.payout_runs.create': { paramsTuple?: []; params?: {} }
    'console.payout_runs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.payout_runs.files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'id': ParamValue} }
    'console.payout_runs.approval.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.rejection.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.cancel.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.payment.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.reconciliations.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.reconciliations.show': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'id': ParamValue} }
    'console.payouts.bulk.exclusion.create': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.payment.create': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.failure.create': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.return.create': { paramsTuple?: []; params?: {} }
    'console.payouts.index': { paramsTuple?: []; params?: {} }
    'console.payouts.csv': { paramsTuple?: []; params?: {} }
    'console.payouts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.payouts.exclusion.create': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.payment.create': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.failure.create': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.return.create': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.tracking.show': { paramsTuple?: []; params?: {} }
    'console.tracking.check.show': { paramsTuple?: []; params?: {} }
    'console.sources.stripe.show': { paramsTuple?: []; params?: {} }
    'console.sources.postback.show': { paramsTuple?: []; params?: {} }
    'console.source_events.index': { paramsTuple?: []; params?: {} }
    'console.source_events.csv': { paramsTuple?: []; params?: {} }
    'console.source_events.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.api_keys.index': { paramsTuple?: []; params?: {} }
    'console.api_keys.csv': { paramsTuple?: []; params?: {} }
    'console.api_keys.create': { paramsTuple?: []; params?: {} }
    'console.api_keys.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.api_keys.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.api_keys.rotation.create': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'console.reports.index': { paramsTuple?: []; params?: {} }
    'console.reports.file.show': { paramsTuple?: []; params?: {} }
    'console.events.index': { paramsTuple?: []; params?: {} }
    'console.events.csv': { paramsTuple?: []; params?: {} }
    'console.jobs.index': { paramsTuple?: []; params?: {} }
    'api.workspace.show': { paramsTuple?: []; params?: {} }
    'api.me.show': { paramsTuple?: []; params?: {} }
    'api.workspaces.index': { paramsTuple?: []; params?: {} }
    'api.members.index': { paramsTuple?: []; params?: {} }
    'api.members.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.invitations.index': { paramsTuple?: []; params?: {} }
    'api.invitations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.mails.index': { paramsTuple?: []; params?: {} }
    'api.campaigns.index': { paramsTuple?: []; params?: {} }
    'api.campaigns.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.campaigns.rules.index': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.campaigns.rules.show': { paramsTuple: [ParamValue,ParamValue]; params: {'campaign_id': ParamValue,'id': ParamValue} }
    'api.affiliates.index': { paramsTuple?: []; params?: {} }
    'api.affiliates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.affiliates.balance.show': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.statements.index': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.statements.show': { paramsTuple: [ParamValue,ParamValue]; params: {'affiliate_id': ParamValue,'id': ParamValue} }
    'api.affiliates.statements.file.show': { paramsTuple: [ParamValue,ParamValue]; params: {'affiliate_id': ParamValue,'statement_id': ParamValue} }
    'api.affiliates.payout_method.show': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.enrollments.index': { paramsTuple?: []; params?: {} }
    'api.enrollments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.links.index': { paramsTuple?: []; params?: {} }
    'api.links.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.coupons.index': { paramsTuple?: []; params?: {} }
    'api.coupons.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.clicks.index': { paramsTuple?: []; params?: {} }
    'api.clicks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.referrals.index': { paramsTuple?: []; params?: {} }
    'api.referrals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.conversions.index': { paramsTuple?: []; params?: {} }
    'api.conversions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.refunds.index': { paramsTuple?: []; params?: {} }
    'api.refunds.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.commissions.index': { paramsTuple?: []; params?: {} }
    'api.commissions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.payout_runs.index': { paramsTuple?: []; params?: {} }
    'api.payout_runs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.payout_runs.left_out.index': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.files.index': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'id': ParamValue} }
    'api.payout_runs.reconciliations.index': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.reconciliations.show': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'id': ParamValue} }
    'api.payout_runs.reconciliations.lines.index': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'reconciliation_id': ParamValue} }
    'api.payouts.index': { paramsTuple?: []; params?: {} }
    'api.payouts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.payouts.lines.index': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'api.sources.stripe.show': { paramsTuple?: []; params?: {} }
    'api.sources.postback.show': { paramsTuple?: []; params?: {} }
    'api.source_events.index': { paramsTuple?: []; params?: {} }
    'api.source_events.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.affiliate.me.show': { paramsTuple?: []; params?: {} }
    'api.affiliate.balance.show': { paramsTuple?: []; params?: {} }
    'api.affiliate.links.index': { paramsTuple?: []; params?: {} }
    'api.affiliate.clicks.index': { paramsTuple?: []; params?: {} }
    'api.affiliate.conversions.index': { paramsTuple?: []; params?: {} }
    'api.affiliate.commissions.index': { paramsTuple?: []; params?: {} }
    'api.affiliate.payouts.index': { paramsTuple?: []; params?: {} }
    'api.api_keys.index': { paramsTuple?: []; params?: {} }
    'api.api_keys.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.reports.summary.show': { paramsTuple?: []; params?: {} }
    'api.reports.timeseries.show': { paramsTuple?: []; params?: {} }
    'api.reports.top.show': { paramsTuple?: []; params?: {} }
    'api.reports.file.show': { paramsTuple?: []; params?: {} }
    'api.events.index': { paramsTuple?: []; params?: {} }
    'api.events.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.jobs.index': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/campaigns': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/commissions': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/conversions': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/payouts': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/me': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/balance': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/links': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/clicks': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/conversions': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/commissions': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/payouts': { paramsTuple?: []; params?: {} }
    'affilync.GET /campaigns': { paramsTuple?: []; params?: {} }
    'affilync.GET /links': { paramsTuple?: []; params?: {} }
    'affilync.GET /commissions': { paramsTuple?: []; params?: {} }
    'linquid.GET /links': { paramsTuple?: []; params?: {} }
    'linquid.GET /links/:id': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'linquid.GET /campaigns': { paramsTuple?: []; params?: {} }
    'linquid.GET /campaigns/:id': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'linquid.GET /conversions': { paramsTuple?: []; params?: {} }
    'linquid.GET /conversions/:id': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  HEAD: {
    'health.live': { paramsTuple?: []; params?: {} }
    'health.ready': { paramsTuple?: []; params?: {} }
    'openapi.show': { paramsTuple?: []; params?: {} }
    'browser_snippets.show': { paramsTuple?: []; params?: {} }
    'postbacks.show': { paramsTuple?: []; params?: {} }
    'setups.create': { paramsTuple?: []; params?: {} }
    'sessions.create': { paramsTuple?: []; params?: {} }
    'second_factors.create': { paramsTuple?: []; params?: {} }
    'password_resets.create': { paramsTuple?: []; params?: {} }
    'password_resets.edit': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'joins.show': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'styleguide.show': { paramsTuple?: []; params?: {} }
    'two_factors.show': { paramsTuple?: []; params?: {} }
    'overviews.show': { paramsTuple?: []; params?: {} }
    'searches.show': { paramsTuple?: []; params?: {} }
    'api_docs.index': { paramsTuple?: []; params?: {} }
    'api_docs.show': { paramsTuple: [ParamValue]; params: {'part': ParamValue} }
    'profiles.show': { paramsTuple?: []; params?: {} }
    'console.settings.show': { paramsTuple?: []; params?: {} }
    'console.workspaces.create': { paramsTuple?: []; params?: {} }
    'console.members.index': { paramsTuple?: []; params?: {} }
    'console.members.csv': { paramsTuple?: []; params?: {} }
    'console.members.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.invitations.index': { paramsTuple?: []; params?: {} }
    'console.invitations.csv': { paramsTuple?: []; params?: {} }
    'console.invitations.create': { paramsTuple?: []; params?: {} }
    'console.ownership.create': { paramsTuple?: []; params?: {} }
    'console.mails.index': { paramsTuple?: []; params?: {} }
    'console.mails.csv': { paramsTuple?: []; params?: {} }
    'console.campaigns.index': { paramsTuple?: []; params?: {} }
    'console.campaigns.csv': { paramsTuple?: []; params?: {} }
    'console.campaigns.create': { paramsTuple?: []; params?: {} }
    'console.campaigns.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.campaigns.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.campaigns.rules.create': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.rules.edit': { paramsTuple: [ParamValue,ParamValue]; params: {'campaign_id': ParamValue,'id': ParamValue} }
    'console.campaigns.preview.show': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.archive.create': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.affiliates.bulk.activation.create': { paramsTuple?: []; params?: {} }
    'console.affiliates.bulk.rejection.create': { paramsTuple?: []; params?: {} }
    'console.affiliates.index': { paramsTuple?: []; params?: {} }
    'console.affiliates.csv': { paramsTuple?: []; params?: {} }
    'console.affiliates.create': { paramsTuple?: []; params?: {} }
    'console.affiliates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.affiliates.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.affiliates.statements.index': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.statements.show': { paramsTuple: [ParamValue,ParamValue]; params: {'affiliate_id': ParamValue,'id': ParamValue} }
    'console.affiliates.statements.file.show': { paramsTuple: [ParamValue,ParamValue]; params: {'affiliate_id': ParamValue,'statement_id': ParamValue} }
    'console.affiliates.payout_method.edit': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.rejection.create': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.suspension.create': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.archive.create': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.forgetting.create': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.enrollments.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.links.index': { paramsTuple?: []; params?: {} }
    'console.links.csv': { paramsTuple?: []; params?: {} }
    'console.links.create': { paramsTuple?: []; params?: {} }
    'console.links.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.coupons.index': { paramsTuple?: []; params?: {} }
    'console.coupons.csv': { paramsTuple?: []; params?: {} }
    'console.coupons.create': { paramsTuple?: []; params?: {} }
    'console.coupons.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.referrals.index': { paramsTuple?: []; params?: {} }
    'console.referrals.csv': { paramsTuple?: []; params?: {} }
    'console.referrals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.referrals.move.create': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.referrals.denial.create': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.referrals.forgetting.create': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.conversions.index': { paramsTuple?: []; params?: {} }
    'console.conversions.csv': { paramsTuple?: []; params?: {} }
    'console.conversions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.conversions.refunds.create': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.conversions.forgetting.create': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.conversions.attribution.create': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.commissions.bulk.approval.create': { paramsTuple?: []; params?: {} }
    'console.commissions.bulk.void.create': { paramsTuple?: []; params?: {} }
    'console.commissions.bulk.release.create': { paramsTuple?: []; params?: {} }
    'console.commissions.index': { paramsTuple?: []; params?: {} }
    'console.commissions.csv': { paramsTuple?: []; params?: {} }
    'console.commissions.create': { paramsTuple?: []; params?: {} }
    'console.commissions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.commissions.release.create': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'console.commissions.void.create': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'console.payout_runs.index': { paramsTuple?: []; params?: {} }
    'console.payout_runs.csv': { paramsTuple?: []; params?: {} }
    'console.payout_runs.create': { paramsTuple?: []; params?: {} }
    'console.payout_runs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.payout_runs.files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'id': ParamValue} }
    'console.payout_runs.approval.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.rejection.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.cancel.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.payment.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.reconciliations.create': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.reconciliations.show': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'id': ParamValue} }
    'console.payouts.bulk.exclusion.create': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.payment.create': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.failure.create': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.return.create': { paramsTuple?: []; params?: {} }
    'console.payouts.index': { paramsTuple?: []; params?: {} }
    'console.payouts.csv': { paramsTuple?: []; params?: {} }
    'console.payouts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.payouts.exclusion.create': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.payment.create': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.failure.create': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.return.create': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.tracking.show': { paramsTuple?: []; params?: {} }
    'console.tracking.check.show': { paramsTuple?: []; params?: {} }
    'console.sources.stripe.show': { paramsTuple?: []; params?: {} }
    'console.sources.postback.show': { paramsTuple?: []; params?: {} }
    'console.source_events.index': { paramsTuple?: []; params?: {} }
    'console.source_events.csv': { paramsTuple?: []; params?: {} }
    'console.source_events.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.api_keys.index': { paramsTuple?: []; params?: {} }
    'console.api_keys.csv': { paramsTuple?: []; params?: {} }
    'console.api_keys.create': { paramsTuple?: []; params?: {} }
    'console.api_keys.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.api_keys.edit': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.api_keys.rotation.create': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'console.reports.index': { paramsTuple?: []; params?: {} }
    'console.reports.file.show': { paramsTuple?: []; params?: {} }
    'console.events.index': { paramsTuple?: []; params?: {} }
    'console.events.csv': { paramsTuple?: []; params?: {} }
    'console.jobs.index': { paramsTuple?: []; params?: {} }
    'api.workspace.show': { paramsTuple?: []; params?: {} }
    'api.me.show': { paramsTuple?: []; params?: {} }
    'api.workspaces.index': { paramsTuple?: []; params?: {} }
    'api.members.index': { paramsTuple?: []; params?: {} }
    'api.members.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.invitations.index': { paramsTuple?: []; params?: {} }
    'api.invitations.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.mails.index': { paramsTuple?: []; params?: {} }
    'api.campaigns.index': { paramsTuple?: []; params?: {} }
    'api.campaigns.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.campaigns.rules.index': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.campaigns.rules.show': { paramsTuple: [ParamValue,ParamValue]; params: {'campaign_id': ParamValue,'id': ParamValue} }
    'api.affiliates.index': { paramsTuple?: []; params?: {} }
    'api.affiliates.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.affiliates.balance.show': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.statements.index': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.statements.show': { paramsTuple: [ParamValue,ParamValue]; params: {'affiliate_id': ParamValue,'id': ParamValue} }
    'api.affiliates.statements.file.show': { paramsTuple: [ParamValue,ParamValue]; params: {'affiliate_id': ParamValue,'statement_id': ParamValue} }
    'api.affiliates.payout_method.show': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.enrollments.index': { paramsTuple?: []; params?: {} }
    'api.enrollments.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.links.index': { paramsTuple?: []; params?: {} }
    'api.links.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.coupons.index': { paramsTuple?: []; params?: {} }
    'api.coupons.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.clicks.index': { paramsTuple?: []; params?: {} }
    'api.clicks.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.referrals.index': { paramsTuple?: []; params?: {} }
    'api.referrals.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.conversions.index': { paramsTuple?: []; params?: {} }
    'api.conversions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.refunds.index': { paramsTuple?: []; params?: {} }
    'api.refunds.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.commissions.index': { paramsTuple?: []; params?: {} }
    'api.commissions.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.payout_runs.index': { paramsTuple?: []; params?: {} }
    'api.payout_runs.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.payout_runs.left_out.index': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.files.index': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.files.show': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'id': ParamValue} }
    'api.payout_runs.reconciliations.index': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.reconciliations.show': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'id': ParamValue} }
    'api.payout_runs.reconciliations.lines.index': { paramsTuple: [ParamValue,ParamValue]; params: {'payout_run_id': ParamValue,'reconciliation_id': ParamValue} }
    'api.payouts.index': { paramsTuple?: []; params?: {} }
    'api.payouts.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.payouts.lines.index': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'api.sources.stripe.show': { paramsTuple?: []; params?: {} }
    'api.sources.postback.show': { paramsTuple?: []; params?: {} }
    'api.source_events.index': { paramsTuple?: []; params?: {} }
    'api.source_events.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.affiliate.me.show': { paramsTuple?: []; params?: {} }
    'api.affiliate.balance.show': { paramsTuple?: []; params?: {} }
    'api.affiliate.links.index': { paramsTuple?: []; params?: {} }
    'api.affiliate.clicks.index': { paramsTuple?: []; params?: {} }
    'api.affiliate.conversions.index': { paramsTuple?: []; params?: {} }
    'api.affiliate.commissions.index': { paramsTuple?: []; params?: {} }
    'api.affiliate.payouts.index': { paramsTuple?: []; params?: {} }
    'api.api_keys.index': { paramsTuple?: []; params?: {} }
    'api.api_keys.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.reports.summary.show': { paramsTuple?: []; params?: {} }
    'api.reports.timeseries.show': { paramsTuple?: []; params?: {} }
    'api.reports.top.show': { paramsTuple?: []; params?: {} }
    'api.reports.file.show': { paramsTuple?: []; params?: {} }
    'api.events.index': { paramsTuple?: []; params?: {} }
    'api.events.show': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.jobs.index': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/campaigns': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/commissions': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/conversions': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/payouts': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/me': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/balance': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/links': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/clicks': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/conversions': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/commissions': { paramsTuple?: []; params?: {} }
    'affixo.GET /v1/affiliate/payouts': { paramsTuple?: []; params?: {} }
    'affilync.GET /campaigns': { paramsTuple?: []; params?: {} }
    'affilync.GET /links': { paramsTuple?: []; params?: {} }
    'affilync.GET /commissions': { paramsTuple?: []; params?: {} }
    'linquid.GET /links': { paramsTuple?: []; params?: {} }
    'linquid.GET /links/:id': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'linquid.GET /campaigns': { paramsTuple?: []; params?: {} }
    'linquid.GET /campaigns/:id': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'linquid.GET /conversions': { paramsTuple?: []; params?: {} }
    'linquid.GET /conversions/:id': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  POST: {
    'beacons.store': { paramsTuple?: []; params?: {} }
    'incoming_events.store': { paramsTuple: [ParamValue,ParamValue]; params: {'source': ParamValue,'workspace_id': ParamValue} }
    'setups.store': { paramsTuple?: []; params?: {} }
    'sessions.store': { paramsTuple?: []; params?: {} }
    'second_factors.store': { paramsTuple?: []; params?: {} }
    'password_resets.store': { paramsTuple?: []; params?: {} }
    'joins.store': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'two_factors.store': { paramsTuple?: []; params?: {} }
    'recovery_codes.store': { paramsTuple?: []; params?: {} }
    'console.workspaces.store': { paramsTuple?: []; params?: {} }
    'console.invitations.store': { paramsTuple?: []; params?: {} }
    'console.invitations.resend.store': { paramsTuple: [ParamValue]; params: {'invitation_id': ParamValue} }
    'console.ownership.store': { paramsTuple?: []; params?: {} }
    'console.campaigns.store': { paramsTuple?: []; params?: {} }
    'console.campaigns.rules.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.preview.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.activation.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.pause.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.campaigns.archive.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.affiliates.bulk.activation.store': { paramsTuple?: []; params?: {} }
    'console.affiliates.bulk.rejection.store': { paramsTuple?: []; params?: {} }
    'console.affiliates.store': { paramsTuple?: []; params?: {} }
    'console.affiliates.activation.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.rejection.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.suspension.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.archive.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.affiliates.forgetting.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.enrollments.activation.store': { paramsTuple: [ParamValue]; params: {'enrollment_id': ParamValue} }
    'console.enrollments.rejection.store': { paramsTuple: [ParamValue]; params: {'enrollment_id': ParamValue} }
    'console.enrollments.end.store': { paramsTuple: [ParamValue]; params: {'enrollment_id': ParamValue} }
    'console.links.store': { paramsTuple?: []; params?: {} }
    'console.coupons.store': { paramsTuple?: []; params?: {} }
    'console.referrals.move.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.referrals.denial.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.referrals.restoration.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.referrals.forgetting.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'console.conversions.refunds.store': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.conversions.forgetting.store': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.conversions.attribution.store': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'console.refunds.undo.store': { paramsTuple: [ParamValue]; params: {'refund_id': ParamValue} }
    'console.commissions.bulk.approval.store': { paramsTuple?: []; params?: {} }
    'console.commissions.bulk.void.store': { paramsTuple?: []; params?: {} }
    'console.commissions.bulk.release.store': { paramsTuple?: []; params?: {} }
    'console.commissions.store': { paramsTuple?: []; params?: {} }
    'console.commissions.approval.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'console.commissions.hold.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'console.commissions.release.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'console.commissions.void.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'console.payout_runs.store': { paramsTuple?: []; params?: {} }
    'console.payout_runs.approval.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.rejection.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.cancel.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.execution.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.payment.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payout_runs.reconciliations.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'console.payouts.bulk.exclusion.store': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.payment.store': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.failure.store': { paramsTuple?: []; params?: {} }
    'console.payouts.bulk.return.store': { paramsTuple?: []; params?: {} }
    'console.payouts.exclusion.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.inclusion.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.payment.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.failure.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.payouts.return.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'console.sources.postback.store': { paramsTuple?: []; params?: {} }
    'console.source_events.replay.store': { paramsTuple: [ParamValue]; params: {'source_event_id': ParamValue} }
    'console.api_keys.store': { paramsTuple?: []; params?: {} }
    'console.api_keys.rotation.store': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'console.api_keys.disable.store': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'console.api_keys.enable.store': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'console.jobs.retry.store': { paramsTuple: [ParamValue]; params: {'job_id': ParamValue} }
    'api.auth.login.store': { paramsTuple?: []; params?: {} }
    'api.auth.refresh.store': { paramsTuple?: []; params?: {} }
    'api.auth.logout.store': { paramsTuple?: []; params?: {} }
    'api.workspaces.store': { paramsTuple?: []; params?: {} }
    'api.invitations.store': { paramsTuple?: []; params?: {} }
    'api.invitations.resend.store': { paramsTuple: [ParamValue]; params: {'invitation_id': ParamValue} }
    'api.ownership.store': { paramsTuple?: []; params?: {} }
    'api.campaigns.store': { paramsTuple?: []; params?: {} }
    'api.campaigns.rules.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.campaigns.preview.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.campaigns.activation.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.campaigns.pause.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.campaigns.archive.store': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.affiliates.bulk.activation.store': { paramsTuple?: []; params?: {} }
    'api.affiliates.bulk.rejection.store': { paramsTuple?: []; params?: {} }
    'api.affiliates.store': { paramsTuple?: []; params?: {} }
    'api.affiliates.activation.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.rejection.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.suspension.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.archive.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.affiliates.forgetting.store': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.enrollments.store': { paramsTuple?: []; params?: {} }
    'api.enrollments.activation.store': { paramsTuple: [ParamValue]; params: {'enrollment_id': ParamValue} }
    'api.enrollments.rejection.store': { paramsTuple: [ParamValue]; params: {'enrollment_id': ParamValue} }
    'api.enrollments.end.store': { paramsTuple: [ParamValue]; params: {'enrollment_id': ParamValue} }
    'api.links.store': { paramsTuple?: []; params?: {} }
    'api.coupons.store': { paramsTuple?: []; params?: {} }
    'api.referrals.move.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'api.referrals.denial.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'api.referrals.restoration.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'api.referrals.forgetting.store': { paramsTuple: [ParamValue]; params: {'referral_id': ParamValue} }
    'api.conversions.store': { paramsTuple?: []; params?: {} }
    'api.conversions.refunds.store': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'api.conversions.forgetting.store': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'api.conversions.attribution.store': { paramsTuple: [ParamValue]; params: {'conversion_id': ParamValue} }
    'api.refunds.undo.store': { paramsTuple: [ParamValue]; params: {'refund_id': ParamValue} }
    'api.commissions.bulk.approval.store': { paramsTuple?: []; params?: {} }
    'api.commissions.bulk.void.store': { paramsTuple?: []; params?: {} }
    'api.commissions.bulk.release.store': { paramsTuple?: []; params?: {} }
    'api.commissions.store': { paramsTuple?: []; params?: {} }
    'api.commissions.approval.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'api.commissions.hold.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'api.commissions.release.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'api.commissions.void.store': { paramsTuple: [ParamValue]; params: {'commission_id': ParamValue} }
    'api.payout_runs.store': { paramsTuple?: []; params?: {} }
    'api.payout_runs.approval.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.rejection.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.cancel.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.execution.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.payment.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payout_runs.reconciliations.store': { paramsTuple: [ParamValue]; params: {'payout_run_id': ParamValue} }
    'api.payouts.bulk.exclusion.store': { paramsTuple?: []; params?: {} }
    'api.payouts.bulk.payment.store': { paramsTuple?: []; params?: {} }
    'api.payouts.bulk.failure.store': { paramsTuple?: []; params?: {} }
    'api.payouts.bulk.return.store': { paramsTuple?: []; params?: {} }
    'api.payouts.exclusion.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'api.payouts.inclusion.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'api.payouts.payment.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'api.payouts.failure.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'api.payouts.return.store': { paramsTuple: [ParamValue]; params: {'payout_id': ParamValue} }
    'api.track.click.store': { paramsTuple?: []; params?: {} }
    'api.track.lead.store': { paramsTuple?: []; params?: {} }
    'api.track.sale.store': { paramsTuple?: []; params?: {} }
    'api.track.refund.store': { paramsTuple?: []; params?: {} }
    'api.track.batch.store': { paramsTuple?: []; params?: {} }
    'api.sources.postback.store': { paramsTuple?: []; params?: {} }
    'api.source_events.replay.store': { paramsTuple: [ParamValue]; params: {'source_event_id': ParamValue} }
    'api.api_keys.store': { paramsTuple?: []; params?: {} }
    'api.api_keys.rotation.store': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'api.api_keys.disable.store': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'api.api_keys.enable.store': { paramsTuple: [ParamValue]; params: {'api_key_id': ParamValue} }
    'api.jobs.retry.store': { paramsTuple: [ParamValue]; params: {'job_id': ParamValue} }
    'affixo.POST /v1/affiliates': { paramsTuple?: []; params?: {} }
    'affixo.POST /v1/links': { paramsTuple?: []; params?: {} }
    'affixo.POST /v1/track/click': { paramsTuple?: []; params?: {} }
    'affixo.POST /v1/track/lead': { paramsTuple?: []; params?: {} }
    'affixo.POST /v1/track/sale': { paramsTuple?: []; params?: {} }
    'affixo.POST /v1/track/refund': { paramsTuple?: []; params?: {} }
    'affilync.POST /auth/login': { paramsTuple?: []; params?: {} }
    'affilync.POST /auth/refresh': { paramsTuple?: []; params?: {} }
    'linquid.POST /links': { paramsTuple?: []; params?: {} }
    'ofauth.POST /v2/access/promotions/tracking-links': { paramsTuple?: []; params?: {} }
  }
  PUT: {
    'password_resets.update': { paramsTuple: [ParamValue]; params: {'token': ParamValue} }
    'current_workspaces.update': { paramsTuple?: []; params?: {} }
    'two_factors.update': { paramsTuple?: []; params?: {} }
    'profile_passwords.update': { paramsTuple?: []; params?: {} }
    'console.campaigns.rules.order.update': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'console.affiliates.payout_method.update': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'console.sources.stripe.update': { paramsTuple?: []; params?: {} }
    'api.campaigns.rules.order.update': { paramsTuple: [ParamValue]; params: {'campaign_id': ParamValue} }
    'api.affiliates.payout_method.update': { paramsTuple: [ParamValue]; params: {'affiliate_id': ParamValue} }
    'api.sources.stripe.update': { paramsTuple?: []; params?: {} }
  }
  DELETE: {
    'sessions.destroy': { paramsTuple?: []; params?: {} }
    'two_factors.destroy': { paramsTuple?: []; params?: {} }
    'samples.destroy': { paramsTuple?: []; params?: {} }
    'profile_sessions.destroy_others': { paramsTuple?: []; params?: {} }
    'profile_sessions.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.members.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.membership.destroy': { paramsTuple?: []; params?: {} }
    'console.invitations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.campaigns.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.campaigns.rules.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'campaign_id': ParamValue,'id': ParamValue} }
    'console.affiliates.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.enrollments.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.links.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.coupons.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.sources.stripe.destroy': { paramsTuple?: []; params?: {} }
    'console.sources.postback.destroy': { paramsTuple?: []; params?: {} }
    'console.api_keys.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.jobs.retry.destroy': { paramsTuple: [ParamValue]; params: {'job_id': ParamValue} }
    'api.members.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.membership.destroy': { paramsTuple?: []; params?: {} }
    'api.invitations.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.campaigns.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.campaigns.rules.destroy': { paramsTuple: [ParamValue,ParamValue]; params: {'campaign_id': ParamValue,'id': ParamValue} }
    'api.affiliates.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.enrollments.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.links.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.coupons.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.sources.stripe.destroy': { paramsTuple?: []; params?: {} }
    'api.sources.postback.destroy': { paramsTuple?: []; params?: {} }
    'api.api_keys.destroy': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.jobs.retry.destroy': { paramsTuple: [ParamValue]; params: {'job_id': ParamValue} }
    'linquid.DELETE /links/:id': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
  PATCH: {
    'profiles.update': { paramsTuple?: []; params?: {} }
    'console.settings.update': { paramsTuple?: []; params?: {} }
    'console.members.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.campaigns.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.campaigns.rules.update': { paramsTuple: [ParamValue,ParamValue]; params: {'campaign_id': ParamValue,'id': ParamValue} }
    'console.affiliates.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.enrollments.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.links.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.coupons.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'console.api_keys.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.workspace.update': { paramsTuple?: []; params?: {} }
    'api.members.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.campaigns.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.campaigns.rules.update': { paramsTuple: [ParamValue,ParamValue]; params: {'campaign_id': ParamValue,'id': ParamValue} }
    'api.affiliates.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.enrollments.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.links.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.coupons.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.referrals.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'api.api_keys.update': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
    'linquid.PATCH /links/:id': { paramsTuple: [ParamValue]; params: {'id': ParamValue} }
  }
}
declare module '@adonisjs/core/types/http' {
  export interface RoutesList extends ScannedRoutes {}
}