/** Made from the OpenAPI document of Tributary: see CONTRIBUTING.md. */
export interface paths {
  '/api/v1/openapi.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** This document */
    get: operations['openapi.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/auth/login': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Sign in: a pair of tokens for an e-mail and its password */
    post: operations['auth.login.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/auth/refresh': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** A new pair of tokens for the refresh token of the last */
    post: operations['auth.refresh.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/auth/logout': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Sign out: ends both tokens of a refresh token */
    post: operations['auth.logout.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/workspace': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The settings of the account */
    get: operations['workspace.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Change settings */
    patch: operations['workspace.update']
    trace?: never
  }
  '/api/v1/me': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who is signed in */
    get: operations['me.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/workspaces': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The workspaces that one belongs to */
    get: operations['workspaces.index']
    put?: never
    /** Found a workspace */
    post: operations['workspaces.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/members': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List members */
    get: operations['members.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/members/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One member */
    get: operations['members.show']
    put?: never
    post?: never
    /** Take someone out of the workspace */
    delete: operations['members.destroy']
    options?: never
    head?: never
    /** Change a role */
    patch: operations['members.update']
    trace?: never
  }
  '/api/v1/membership': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    /** Leave the workspace */
    delete: operations['membership.destroy']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/invitations': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List invitations */
    get: operations['invitations.index']
    put?: never
    /** Invite someone by e-mail */
    post: operations['invitations.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/invitations/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One invitation */
    get: operations['invitations.show']
    put?: never
    post?: never
    /** Revoke an invitation */
    delete: operations['invitations.destroy']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/invitations/{invitation_id}/resend': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Send an invitation again, with a new link */
    post: operations['invitations.resend.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/ownership': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Hand the workspace over to another member */
    post: operations['ownership.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/mails': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List mails */
    get: operations['mails.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/campaigns': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List campaigns */
    get: operations['campaigns.index']
    put?: never
    /** Make a campaign */
    post: operations['campaigns.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/campaigns/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One campaign */
    get: operations['campaigns.show']
    put?: never
    post?: never
    /** Delete a campaign that nothing uses */
    delete: operations['campaigns.destroy']
    options?: never
    head?: never
    /** Change a campaign */
    patch: operations['campaigns.update']
    trace?: never
  }
  '/api/v1/campaigns/{campaign_id}/rules/order': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /** Put the rules of a campaign in order */
    put: operations['campaigns.rules.order.update']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/campaigns/{campaign_id}/rules': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The rules of a campaign */
    get: operations['campaigns.rules.index']
    put?: never
    /** Add a rule */
    post: operations['campaigns.rules.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/campaigns/{campaign_id}/rules/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A rule */
    get: operations['campaigns.rules.show']
    put?: never
    post?: never
    /** Remove a rule */
    delete: operations['campaigns.rules.destroy']
    options?: never
    head?: never
    /** Change a rule */
    patch: operations['campaigns.rules.update']
    trace?: never
  }
  '/api/v1/campaigns/{campaign_id}/preview': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** What a sale would earn, and why; nothing is recorded */
    post: operations['campaigns.preview.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/campaigns/{campaign_id}/activation': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Activate a campaign */
    post: operations['campaigns.activation.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/campaigns/{campaign_id}/pause': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Pause a campaign */
    post: operations['campaigns.pause.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/campaigns/{campaign_id}/archive': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Archive a campaign, for good */
    post: operations['campaigns.archive.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliates/bulk/activation': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Many at once: activated */
    post: operations['affiliates.bulk.activation.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliates/bulk/rejection': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Many at once: rejected */
    post: operations['affiliates.bulk.rejection.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliates': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List affiliates */
    get: operations['affiliates.index']
    put?: never
    /** Add an affiliate */
    post: operations['affiliates.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliates/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One affiliate */
    get: operations['affiliates.show']
    put?: never
    post?: never
    /** Delete an affiliate that nothing points at */
    delete: operations['affiliates.destroy']
    options?: never
    head?: never
    /** Change an affiliate */
    patch: operations['affiliates.update']
    trace?: never
  }
  '/api/v1/affiliates/{affiliate_id}/balance': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What an affiliate has, per currency */
    get: operations['affiliates.balance.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliates/{affiliate_id}/statements': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** An affiliate's statements, one a month */
    get: operations['affiliates.statements.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliates/{affiliate_id}/statements/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The statement of a month, such as 2026-03, with up to 1,000 lines */
    get: operations['affiliates.statements.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliates/{affiliate_id}/statements/{statement_id}/file': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The statement of a month with all its lines, as CSV */
    get: operations['affiliates.statements.file.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliates/{affiliate_id}/payout_method': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** How an affiliate is paid */
    get: operations['affiliates.payout_method.show']
    /** Set how an affiliate is paid */
    put: operations['affiliates.payout_method.update']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliates/{affiliate_id}/activation': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Let an affiliate in */
    post: operations['affiliates.activation.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliates/{affiliate_id}/rejection': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Reject an affiliate */
    post: operations['affiliates.rejection.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliates/{affiliate_id}/suspension': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Suspend an affiliate */
    post: operations['affiliates.suspension.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliates/{affiliate_id}/archive': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Archive an affiliate */
    post: operations['affiliates.archive.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliates/{affiliate_id}/forgetting': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Forget an affiliate to whom nothing is owed; what they were paid stays */
    post: operations['affiliates.forgetting.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/enrollments': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List enrollments */
    get: operations['enrollments.index']
    put?: never
    /** Let an affiliate into a campaign, with terms of their own if any */
    post: operations['enrollments.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/enrollments/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One enrollment */
    get: operations['enrollments.show']
    put?: never
    post?: never
    /** Delete an enrollment that nothing came of */
    delete: operations['enrollments.destroy']
    options?: never
    head?: never
    /** Change the terms of an enrollment */
    patch: operations['enrollments.update']
    trace?: never
  }
  '/api/v1/enrollments/{enrollment_id}/activation': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Activate an enrollment */
    post: operations['enrollments.activation.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/enrollments/{enrollment_id}/rejection': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Reject an enrollment */
    post: operations['enrollments.rejection.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/enrollments/{enrollment_id}/end': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** End an enrollment */
    post: operations['enrollments.end.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/links': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List links */
    get: operations['links.index']
    put?: never
    /** Make a link */
    post: operations['links.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/links/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One link */
    get: operations['links.show']
    put?: never
    post?: never
    /** Delete a link that was never used */
    delete: operations['links.destroy']
    options?: never
    head?: never
    /** Change a link */
    patch: operations['links.update']
    trace?: never
  }
  '/api/v1/coupons': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List coupons */
    get: operations['coupons.index']
    put?: never
    /** Make a coupon */
    post: operations['coupons.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/coupons/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One coupon */
    get: operations['coupons.show']
    put?: never
    post?: never
    /** Delete a coupon that was never used */
    delete: operations['coupons.destroy']
    options?: never
    head?: never
    /** Give a coupon another code */
    patch: operations['coupons.update']
    trace?: never
  }
  '/api/v1/clicks': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List clicks */
    get: operations['clicks.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/clicks/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One click */
    get: operations['clicks.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/referrals': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List referrals */
    get: operations['referrals.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/referrals/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One referral */
    get: operations['referrals.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Correct what is known of a customer */
    patch: operations['referrals.update']
    trace?: never
  }
  '/api/v1/referrals/{referral_id}/move': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Move a referral to another affiliate */
    post: operations['referrals.move.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/referrals/{referral_id}/denial': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Deny a referral: it earns nothing more */
    post: operations['referrals.denial.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/referrals/{referral_id}/restoration': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Take back the denial of a referral */
    post: operations['referrals.restoration.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/referrals/{referral_id}/forgetting': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Forget the customer of a referral, in all their rows; the money stays */
    post: operations['referrals.forgetting.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/conversions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List conversions */
    get: operations['conversions.index']
    put?: never
    /** Record a sale */
    post: operations['conversions.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/conversions/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One conversion */
    get: operations['conversions.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/conversions/{conversion_id}/refunds': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Record a refund or chargeback */
    post: operations['conversions.refunds.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/conversions/{conversion_id}/forgetting': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Forget the customer of a conversion, in all their rows; the money stays */
    post: operations['conversions.forgetting.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/conversions/{conversion_id}/attribution': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Attribute a conversion by hand */
    post: operations['conversions.attribution.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/refunds': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List refunds */
    get: operations['refunds.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/refunds/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One refund */
    get: operations['refunds.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/refunds/{refund_id}/undo': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Undo a refund: a chargeback was won */
    post: operations['refunds.undo.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/commissions/bulk/approval': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Many at once: approved */
    post: operations['commissions.bulk.approval.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/commissions/bulk/void': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Many at once: voided */
    post: operations['commissions.bulk.void.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/commissions/bulk/release': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Many at once: released */
    post: operations['commissions.bulk.release.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/commissions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List commissions */
    get: operations['commissions.index']
    put?: never
    /** Give a bonus, or make an adjustment */
    post: operations['commissions.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/commissions/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One commission */
    get: operations['commissions.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/commissions/{commission_id}/approval': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Make a pending commission due now */
    post: operations['commissions.approval.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/commissions/{commission_id}/hold': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Hold a commission */
    post: operations['commissions.hold.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/commissions/{commission_id}/release': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Release a held commission */
    post: operations['commissions.release.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/commissions/{commission_id}/void': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Void a commission */
    post: operations['commissions.void.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payout_runs': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List payout runs */
    get: operations['payout_runs.index']
    put?: never
    /** Open a run per currency with something due */
    post: operations['payout_runs.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payout_runs/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One payout run */
    get: operations['payout_runs.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payout_runs/{payout_run_id}/left_out': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who a run leaves out, and why */
    get: operations['payout_runs.left_out.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payout_runs/{payout_run_id}/files': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The payment files of a run */
    get: operations['payout_runs.files.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payout_runs/{payout_run_id}/files/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Download a payment file by its format */
    get: operations['payout_runs.files.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payout_runs/{payout_run_id}/approval': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Approve a run */
    post: operations['payout_runs.approval.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payout_runs/{payout_run_id}/rejection': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Reject a run */
    post: operations['payout_runs.rejection.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payout_runs/{payout_run_id}/cancel': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Cancel a run */
    post: operations['payout_runs.cancel.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payout_runs/{payout_run_id}/execution': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Set an approved run on its way */
    post: operations['payout_runs.execution.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payout_runs/{payout_run_id}/payment': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Mark all of a run paid, but for exceptions */
    post: operations['payout_runs.payment.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payout_runs/{payout_run_id}/reconciliations': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Result files that were held against a run */
    get: operations['payout_runs.reconciliations.index']
    put?: never
    /** Hold a result file of the bank or provider against a run */
    post: operations['payout_runs.reconciliations.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payout_runs/{payout_run_id}/reconciliations/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What a result file changed */
    get: operations['payout_runs.reconciliations.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payout_runs/{payout_run_id}/reconciliations/{reconciliation_id}/lines': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The lines of a result file, and what came of each */
    get: operations['payout_runs.reconciliations.lines.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payouts/bulk/exclusion': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Many at once: excluded */
    post: operations['payouts.bulk.exclusion.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payouts/bulk/payment': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Many at once: marked as paid */
    post: operations['payouts.bulk.payment.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payouts/bulk/failure': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Many at once: marked as failed */
    post: operations['payouts.bulk.failure.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payouts/bulk/return': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Many at once: marked as returned */
    post: operations['payouts.bulk.return.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payouts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List payouts */
    get: operations['payouts.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payouts/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One payout */
    get: operations['payouts.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payouts/{payout_id}/lines': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The lines of a payout */
    get: operations['payouts.lines.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payouts/{payout_id}/exclusion': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Leave a payout out of its run */
    post: operations['payouts.exclusion.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payouts/{payout_id}/inclusion': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Put an excluded payout back into its run, before the first approval */
    post: operations['payouts.inclusion.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payouts/{payout_id}/payment': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Mark a payout paid */
    post: operations['payouts.payment.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payouts/{payout_id}/failure': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Mark a payout failed */
    post: operations['payouts.failure.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/payouts/{payout_id}/return': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Mark a paid payout returned */
    post: operations['payouts.return.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/track/click': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Track a click */
    post: operations['track.click.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/track/lead': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Track a lead */
    post: operations['track.lead.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/track/sale': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Track a sale or renewal */
    post: operations['track.sale.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/track/refund': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Track a refund or chargeback */
    post: operations['track.refund.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/track/batch': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Track up to 1,000 events */
    post: operations['track.batch.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/sources/stripe': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What Stripe tells */
    get: operations['sources.stripe.show']
    /** Connect Stripe, or change what it tells */
    put: operations['sources.stripe.update']
    post?: never
    /** Disconnect Stripe */
    delete: operations['sources.stripe.destroy']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/sources/postback': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Whether postbacks are taken */
    get: operations['sources.postback.show']
    put?: never
    /** Make a secret that signs postbacks */
    post: operations['sources.postback.store']
    /** Refuse postbacks */
    delete: operations['sources.postback.destroy']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/source_events': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What sources told */
    get: operations['source_events.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/source_events/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One event of a source */
    get: operations['source_events.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/source_events/{source_event_id}/replay': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Look at an event of a source again */
    post: operations['source_events.replay.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliate/me': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who the affiliate is */
    get: operations['affiliate.me.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliate/balance': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What is owed to the affiliate */
    get: operations['affiliate.balance.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliate/links': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Links of the affiliate */
    get: operations['affiliate.links.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliate/clicks': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Clicks on links of the affiliate */
    get: operations['affiliate.clicks.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliate/conversions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What customers of the affiliate did */
    get: operations['affiliate.conversions.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliate/commissions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Commissions of the affiliate */
    get: operations['affiliate.commissions.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/affiliate/payouts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Payouts of the affiliate */
    get: operations['affiliate.payouts.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/api_keys': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List API keys */
    get: operations['api_keys.index']
    put?: never
    /** Make an API key */
    post: operations['api_keys.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/api_keys/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One API key */
    get: operations['api_keys.show']
    put?: never
    post?: never
    /** Revoke an API key, for good */
    delete: operations['api_keys.destroy']
    options?: never
    head?: never
    /** Change an API key */
    patch: operations['api_keys.update']
    trace?: never
  }
  '/api/v1/api_keys/{api_key_id}/rotation': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Make a key like this one, which ends after an overlap */
    post: operations['api_keys.rotation.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/api_keys/{api_key_id}/disable': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Disable an API key */
    post: operations['api_keys.disable.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/api_keys/{api_key_id}/enable': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Enable an API key again */
    post: operations['api_keys.enable.store']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/reports/summary': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What was counted in a period, and in as many days before it */
    get: operations['reports.summary.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/reports/timeseries': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The same by day, week or month */
    get: operations['reports.timeseries.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/reports/top': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The same by campaign, affiliate or link: the hundred with the most commissions */
    get: operations['reports.top.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/reports/file': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A report as CSV: by day, week or month, or with group_by by that */
    get: operations['reports.file.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/events': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What happened */
    get: operations['events.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/events/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** One event */
    get: operations['events.show']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/jobs': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Queues, schedules and failures */
    get: operations['jobs.index']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/v1/jobs/{job_id}/retry': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Do a failed job again */
    post: operations['jobs.retry.store']
    /** Discard a failed job */
    delete: operations['jobs.retry.destroy']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    Error: {
      /** @description A sentence for people. */
      error: string
      /** @enum {string} */
      code:
        | 'MISSING_ACCOUNT_ID'
        | 'INVALID_JSON'
        | 'BAD_REQUEST'
        | 'UNAUTHORIZED'
        | 'INVALID_API_KEY'
        | 'INVALID_CREDENTIALS'
        | 'OTP_REQUIRED'
        | 'TOKEN_EXPIRED'
        | 'TOKEN_INVALID'
        | 'TOKEN_REUSED'
        | 'FORBIDDEN'
        | 'NOT_FOUND'
        | 'METHOD_NOT_ALLOWED'
        | 'CONFLICT'
        | 'INVALID_TRANSITION'
        | 'COMMISSION_LOCKED'
        | 'IDEMPOTENCY_IN_FLIGHT'
        | 'PAYLOAD_TOO_LARGE'
        | 'UNSUPPORTED_MEDIA_TYPE'
        | 'VALIDATION_ERROR'
        | 'IDEMPOTENCY_MISMATCH'
        | 'RATE_LIMITED'
        | 'INTERNAL'
        | 'UNAVAILABLE'
      /** @description For programs. */
      details?: unknown
    }
    PagePagination: {
      /** Format: int64 */
      previous_page: number | null
      /** Format: int64 */
      current_page: number
      /** Format: int64 */
      next_page: number | null
      /** Format: int64 */
      count: number
      /** Format: int64 */
      limit: number
      /** Format: int64 */
      total_pages: number
      /** Format: int64 */
      total_count: number
    }
    CursorPagination: {
      /** Format: int64 */
      limit: number
      /** Format: int64 */
      count: number
      next_cursor: string | null
      previous_cursor: string | null
    }
    Workspace: {
      id: string
      name: string
      slug: string
      currency: string
      timezone: string
      /** @enum {string} */
      attribution: 'first' | 'last'
      /** Format: int64 */
      hold_days: number
      /** Format: int64 */
      cookie_days: number
      default_campaign_id: string | null
      /** @description Minor units by currency. */
      payout_minimums: {
        [key: string]: number
      }
      payout_schedule: {
        /** @enum {string} */
        every: 'manual' | 'week' | 'half_month' | 'month'
        /** Format: int64 */
        net_days: number
        /** Format: int64 */
        weekday?: number
        /** Format: int64 */
        day?: number
      } & {
        [key: string]: unknown
      }
      approvals: {
        /** Format: int64 */
        required: number
        /** @description Minor units by currency. */
        two_above?: {
          [key: string]: number
        }
      } & {
        [key: string]: unknown
      }
      proposed_approvals:
        | ({
            policy: {
              /** Format: int64 */
              required: number
              /** @description Minor units by currency. */
              two_above?: {
                [key: string]: number
              }
            } & {
              [key: string]: unknown
            }
            by_id: string
          } & {
            [key: string]: unknown
          })
        | null
      payer: {
        name: string | null
        iban: string | null
        bic: string | null
        paypal:
          | ({
              client_id: string
              /** @enum {string} */
              environment: 'sandbox' | 'live'
            } & {
              [key: string]: unknown
            })
          | null
      } & {
        [key: string]: unknown
      }
      hold_limits: {
        /** Format: int64 */
        visitor_sales: number
        /** Format: int64 */
        visitor_hours: number
        /** Format: int64 */
        duplicate_minutes: number
      } & {
        [key: string]: unknown
      }
      snippet: {
        parameter: string
        sites: string[]
        consent: boolean
      } & {
        [key: string]: unknown
      }
      /** Format: int64 */
      click_retention_days: number
      require_two_factor: boolean
      /** Format: int64 */
      lock_version: number
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Campaign: {
      id: string
      name: string
      slug: string
      /** @enum {string} */
      state: 'draft' | 'active' | 'paused' | 'archived'
      destination_url: string
      reward:
        | ({
            /** @constant */
            type: 'percent'
            /**
             * Format: int64
             * @description Basis points.
             */
            rate_bps: number
            tiers?: ({
              /** @description Minor units by currency. */
              from: {
                [key: string]: number
              }
              /**
               * Format: int64
               * @description Basis points.
               */
              rate_bps: number
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          })
        | ({
            /** @constant */
            type: 'flat'
            /** @description Minor units by currency. */
            amounts: {
              [key: string]: number
            }
          } & {
            [key: string]: unknown
          })
      /** @description Minor units by currency. */
      cap_per_commission: {
        [key: string]: number
      } | null
      /** @description Minor units by currency. */
      cap_per_customer: {
        [key: string]: number
      } | null
      /** @description Minor units by currency. */
      cap_per_month: {
        [key: string]: number
      } | null
      duration:
        | ({
            /** @enum {string} */
            type: 'first' | 'lifetime'
          } & {
            [key: string]: unknown
          })
        | ({
            /** @constant */
            type: 'months'
            /** Format: int64 */
            months: number
          } & {
            [key: string]: unknown
          })
      /** Format: int64 */
      referral_share_bps: number | null
      /** Format: int64 */
      hold_days: number
      /** Format: int64 */
      cookie_days: number | null
      /** @description Minor units by currency. */
      hold_above: {
        [key: string]: number
      } | null
      /** Format: date-time */
      starts_at: string | null
      /** Format: date-time */
      ends_at: string | null
      /** Format: int64 */
      lock_version: number
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Member: {
      id: string
      user_id: string
      name: string | null
      email: string
      /** @enum {string} */
      role: 'owner' | 'admin' | 'member'
      permissions: {
        [key: string]: boolean
      }
      two_factor: boolean
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Invitation: {
      id: string
      email: string
      /** @enum {string} */
      role: 'admin' | 'member'
      /** @enum {string} */
      state: 'pending' | 'accepted' | 'expired' | 'revoked'
      invited_by_id: string
      /** Format: date-time */
      expires_at: string
      /** Format: date-time */
      accepted_at: string | null
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Mail: {
      id: string
      to: string
      subject: string
      text: string
      /** @enum {string} */
      state: 'pending' | 'sent' | 'failed'
      /** Format: int64 */
      attempts: number
      error: string | null
      /** Format: date-time */
      sent_at: string | null
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    CommissionRule: {
      id: string
      campaign_id: string
      /** Format: int64 */
      position: number
      /** @enum {string} */
      event: 'lead' | 'sale' | 'renewal'
      reward:
        | ({
            /** @constant */
            type: 'percent'
            /**
             * Format: int64
             * @description Basis points.
             */
            rate_bps: number
            tiers?: ({
              /** @description Minor units by currency. */
              from: {
                [key: string]: number
              }
              /**
               * Format: int64
               * @description Basis points.
               */
              rate_bps: number
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          })
        | ({
            /** @constant */
            type: 'flat'
            /** @description Minor units by currency. */
            amounts: {
              [key: string]: number
            }
          } & {
            [key: string]: unknown
          })
      /** @description Minor units by currency. */
      cap_per_commission: {
        [key: string]: number
      } | null
      /** @description Minor units by currency. */
      cap_per_customer: {
        [key: string]: number
      } | null
      /** @description Minor units by currency. */
      cap_per_month: {
        [key: string]: number
      } | null
      all: ({
        /** @enum {string} */
        field:
          | 'product'
          | 'plan'
          | 'country'
          | 'coupon'
          | 'tag'
          | 'amount'
          | 'nth_payment'
          | 'new_customer'
        /** @enum {string} */
        op: 'is' | 'in' | 'at_least'
        value: string | number | boolean | string[] | number[] | boolean[]
        currency?: string
      } & {
        [key: string]: unknown
      })[]
      any: ({
        /** @enum {string} */
        field:
          | 'product'
          | 'plan'
          | 'country'
          | 'coupon'
          | 'tag'
          | 'amount'
          | 'nth_payment'
          | 'new_customer'
        /** @enum {string} */
        op: 'is' | 'in' | 'at_least'
        value: string | number | boolean | string[] | number[] | boolean[]
        currency?: string
      } & {
        [key: string]: unknown
      })[]
      duration:
        | (
            | ({
                /** @enum {string} */
                type: 'first' | 'lifetime'
              } & {
                [key: string]: unknown
              })
            | ({
                /** @constant */
                type: 'months'
                /** Format: int64 */
                months: number
              } & {
                [key: string]: unknown
              })
          )
        | null
      sentence: string
      /** Format: int64 */
      lock_version: number
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Affiliate: {
      id: string
      name: string | null
      email: string
      /** @enum {string} */
      state: 'invited' | 'pending' | 'active' | 'rejected' | 'suspended' | 'archived'
      company: string | null
      country: string | null
      tags: string[]
      metadata: {
        [key: string]: unknown
      }
      referrer_id: string | null
      /** @description Minor units by currency. */
      payout_minimums: {
        [key: string]: number
      }
      /** Format: date-time */
      forgotten_at: string | null
      method_masked: string | null
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Link: {
      id: string
      affiliate_id: string
      campaign_id: string
      ref_param: string
      /**
       * Format: int64
       * @description Counts up in the account.
       */
      number: number
      destination_url: string | null
      domain_id: null
      name: string | null
      reward:
        | (
            | ({
                /** @constant */
                type: 'percent'
                /**
                 * Format: int64
                 * @description Basis points.
                 */
                rate_bps: number
                tiers?: ({
                  /** @description Minor units by currency. */
                  from: {
                    [key: string]: number
                  }
                  /**
                   * Format: int64
                   * @description Basis points.
                   */
                  rate_bps: number
                } & {
                  [key: string]: unknown
                })[]
              } & {
                [key: string]: unknown
              })
            | ({
                /** @constant */
                type: 'flat'
                /** @description Minor units by currency. */
                amounts: {
                  [key: string]: number
                }
              } & {
                [key: string]: unknown
              })
          )
        | null
      /** @description Minor units by currency. */
      cap_per_commission: {
        [key: string]: number
      } | null
      /** @description Minor units by currency. */
      cap_per_customer: {
        [key: string]: number
      } | null
      /** @description Minor units by currency. */
      cap_per_month: {
        [key: string]: number
      } | null
      duration:
        | (
            | ({
                /** @enum {string} */
                type: 'first' | 'lifetime'
              } & {
                [key: string]: unknown
              })
            | ({
                /** @constant */
                type: 'months'
                /** Format: int64 */
                months: number
              } & {
                [key: string]: unknown
              })
          )
        | null
      url: string
      /** Format: int64 */
      clicks: number
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Statement: {
      id: string
      affiliate_id: string
      /** Format: date-time */
      starts_at: string
      /** Format: date-time */
      ends_at: string
      final: boolean
      balances: ({
        currency: string
        /**
         * Format: int64
         * @description Minor units of the currency beside it.
         */
        opening: number
        /**
         * Format: int64
         * @description Minor units of the currency beside it.
         */
        earned: number
        /**
         * Format: int64
         * @description Minor units of the currency beside it.
         */
        adjusted: number
        /**
         * Format: int64
         * @description Minor units of the currency beside it.
         */
        reversed: number
        /**
         * Format: int64
         * @description Minor units of the currency beside it.
         */
        voided: number
        /**
         * Format: int64
         * @description Minor units of the currency beside it.
         */
        paid: number
        /**
         * Format: int64
         * @description Minor units of the currency beside it.
         */
        returned: number
        /**
         * Format: int64
         * @description Minor units of the currency beside it.
         */
        closing: number
      } & {
        [key: string]: unknown
      })[]
    } & {
      [key: string]: unknown
    }
    PayoutMethod: {
      id: string
      affiliate_id: string
      /** @enum {string} */
      kind: 'manual' | 'paypal' | 'wise' | 'sepa'
      currency: string | null
      masked: string | null
      changed_by_id: string | null
      /** Format: date-time */
      changed_at: string
      /** Format: int64 */
      lock_version: number
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Enrollment: {
      id: string
      affiliate_id: string
      campaign_id: string
      /** @enum {string} */
      state: 'pending' | 'active' | 'rejected' | 'ended'
      reward:
        | (
            | ({
                /** @constant */
                type: 'percent'
                /**
                 * Format: int64
                 * @description Basis points.
                 */
                rate_bps: number
                tiers?: ({
                  /** @description Minor units by currency. */
                  from: {
                    [key: string]: number
                  }
                  /**
                   * Format: int64
                   * @description Basis points.
                   */
                  rate_bps: number
                } & {
                  [key: string]: unknown
                })[]
              } & {
                [key: string]: unknown
              })
            | ({
                /** @constant */
                type: 'flat'
                /** @description Minor units by currency. */
                amounts: {
                  [key: string]: number
                }
              } & {
                [key: string]: unknown
              })
          )
        | null
      /** @description Minor units by currency. */
      cap_per_commission: {
        [key: string]: number
      } | null
      /** @description Minor units by currency. */
      cap_per_customer: {
        [key: string]: number
      } | null
      /** @description Minor units by currency. */
      cap_per_month: {
        [key: string]: number
      } | null
      duration:
        | (
            | ({
                /** @enum {string} */
                type: 'first' | 'lifetime'
              } & {
                [key: string]: unknown
              })
            | ({
                /** @constant */
                type: 'months'
                /** Format: int64 */
                months: number
              } & {
                [key: string]: unknown
              })
          )
        | null
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Coupon: {
      id: string
      affiliate_id: string
      campaign_id: string
      code: string
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Click: {
      id: string
      link_id: string
      affiliate_id: string
      campaign_id: string
      visitor_id: string
      bot: boolean
      mark: string | null
      country: string | null
      referrer: string | null
      landing_url: string | null
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Referral: {
      id: string
      affiliate_id: string
      campaign_id: string
      link_id: string | null
      click_id: string | null
      coupon_id: string | null
      customer: {
        external_id: string
        email: string | null
        name: string | null
        country: string | null
      } & {
        [key: string]: unknown
      }
      /** @enum {string} */
      state: 'lead' | 'customer' | 'denied' | 'expired'
      attributed_by: string
      explanation: string
      /** Format: date-time */
      forgotten_at: string | null
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Conversion: {
      id: string
      external_id: string
      /** @enum {string} */
      kind: 'lead' | 'sale' | 'renewal'
      /** @enum {string} */
      source: 'api' | 'browser' | 'stripe' | 'postback'
      referral_id: string | null
      affiliate_id: string | null
      campaign_id: string | null
      /**
       * Format: int64
       * @description Minor units of the currency beside it.
       */
      amount: number
      /**
       * Format: int64
       * @description Minor units of the currency beside it.
       */
      refunded_amount: number
      currency: string | null
      product: string | null
      plan: string | null
      subscription_id: string | null
      customer: {
        external_id: string
        email: string | null
        name: string | null
        country: string | null
      } & {
        [key: string]: unknown
      }
      /** Format: date-time */
      occurred_at: string
      attributed: boolean
      explanation: string
      /** Format: date-time */
      forgotten_at: string | null
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Refund: {
      id: string
      conversion_id: string | null
      conversion_external_id: string
      external_id: string
      /** @enum {string} */
      kind: 'refund' | 'chargeback'
      /**
       * Format: int64
       * @description Minor units of the currency beside it.
       */
      amount: number | null
      currency: string | null
      /** @enum {string} */
      state: 'waiting' | 'applied' | 'undone' | 'dropped'
      cut: boolean
      reason: string | null
      /** Format: date-time */
      occurred_at: string
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Commission: {
      id: string
      affiliate_id: string
      campaign_id: string | null
      conversion_id: string | null
      referral_id: string | null
      /** @enum {string} */
      kind: 'lead' | 'sale' | 'renewal' | 'bonus' | 'adjustment' | 'reversal' | 'referral_share'
      /**
       * Format: int64
       * @description Minor units of the currency beside it.
       */
      amount: number
      currency: string
      /** Format: int64 */
      rate_bps: number | null
      rule_id: string | null
      /** @enum {string} */
      state: 'held' | 'pending' | 'due' | 'processing' | 'paid' | 'voided'
      held_reasons: ({
        code: string
        sentence: string
      } & {
        [key: string]: unknown
      })[]
      /** Format: date-time */
      due_at: string | null
      /** Format: date-time */
      paid_at: string | null
      payout_id: string | null
      reversal_of: string | null
      void_reason: string | null
      explanation: string
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Payout: {
      id: string
      run_id: string
      affiliate_id: string
      /**
       * Format: int64
       * @description Minor units of the currency beside it.
       */
      amount: number
      currency: string
      /** @enum {string} */
      method: 'manual' | 'paypal' | 'wise' | 'sepa'
      method_masked: string | null
      /** @enum {string|null} */
      sent_through: 'csv' | 'paypal_api' | 'paypal' | 'wise' | 'wise_email' | 'sepa' | null
      provider_status: string | null
      /** @enum {string} */
      state:
        | 'awaiting_approval'
        | 'approved'
        | 'processing'
        | 'paid'
        | 'returned'
        | 'canceled'
        | 'failed'
      attention: string | null
      marks: ('first' | 'changed' | 'jump' | 'negative')[]
      reference: string | null
      failure_reason: string | null
      cancel_reason: string | null
      /** Format: date-time */
      approved_at: string | null
      /** Format: date-time */
      paid_at: string | null
      /** Format: int64 */
      lines_count: number
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    PayoutRun: {
      id: string
      /** Format: date-time */
      cutoff: string
      currency: string
      /** @enum {string} */
      state:
        | 'draft'
        | 'awaiting_approval'
        | 'approved'
        | 'processing'
        | 'completed'
        | 'partly_failed'
        | 'canceled'
      /** @enum {string} */
      trigger: 'schedule' | 'hand'
      /** Format: int64 */
      payouts_count: number
      /**
       * Format: int64
       * @description Minor units of the currency beside it.
       */
      amount: number
      approvals: ({
        user_id: string | null
        api_key_id: string | null
        /** Format: date-time */
        at: string
      } & {
        [key: string]: unknown
      })[]
      /** Format: int64 */
      approvals_required: number
      /** Format: int64 */
      left_out_count: number
      progress: string | null
      /** Format: date-time */
      approved_at: string | null
      /** Format: date-time */
      completed_at: string | null
      cancel_reason: string | null
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    LeftOut: {
      id: string
      affiliate_id: string
      /**
       * Format: int64
       * @description Minor units of the currency beside it.
       */
      amount: number
      /** @enum {string} */
      reason:
        | 'below_minimum'
        | 'not_above_zero'
        | 'affiliate_not_active'
        | 'excluded'
        | 'method_refuses_currency'
      currency: string
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    PaymentFile: {
      id: string
      /** @enum {string} */
      format: 'csv' | 'paypal' | 'wise' | 'wise_email' | 'sepa'
      /** Format: int64 */
      part: number
      /** Format: int64 */
      parts: number
      /** Format: int64 */
      rows: number
      /**
       * Format: int64
       * @description Minor units of the currency beside it.
       */
      amount: number
      currency: string
      sha256: string
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Reconciliation: {
      id: string
      run_id: string
      /** @enum {string} */
      format: 'paypal' | 'wise' | 'pain002' | 'csv'
      /** @enum {string} */
      state: 'working' | 'done'
      sha256: string
      /** Format: int64 */
      lines_count: number
      /** Format: int64 */
      changed_count: number
      /** Format: int64 */
      unmatched_count: number
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    ReconciliationLine: {
      id: string
      /** Format: int64 */
      line: number
      payout_id: string
      /** @enum {string} */
      outcome: 'paid' | 'failed' | 'returned' | 'open' | 'unclear'
      status: string
      reason: string | null
      reference: string | null
      /**
       * Format: int64
       * @description Minor units of the currency beside it.
       */
      amount: number | null
      currency: string | null
      /** Format: date-time */
      paid_at: string | null
      /** @enum {string|null} */
      result:
        | 'paid'
        | 'failed'
        | 'returned'
        | 'still_open'
        | 'already_so'
        | 'unknown_id'
        | 'other_run'
        | 'other_amount'
        | 'other_currency'
        | 'already_final'
        | 'contradiction'
        | 'unclear'
        | 'unreadable'
        | null
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    PayoutLine: {
      id: string
      payout_id: string
      commission_id: string
      /**
       * Format: int64
       * @description Minor units of the currency beside it.
       */
      amount: number
      currency: string
      /** Format: date-time */
      released_at: string | null
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    SourceEvent: {
      id: string
      /** @enum {string} */
      source: 'stripe'
      external_id: string
      type: string
      object_id: string | null
      payment_id: string | null
      /** @enum {string} */
      state: 'received' | 'waiting' | 'applied' | 'ignored' | 'failed'
      reason: string | null
      /** Format: date-time */
      occurred_at: string
      /** Format: date-time */
      processed_at: string | null
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    OwnAffiliate: {
      id: string
      name: string | null
      email: string
      /** @enum {string} */
      state: 'invited' | 'pending' | 'active' | 'rejected' | 'suspended' | 'archived'
      company: string | null
      country: string | null
      referrer_id: string | null
      /** @description Minor units by currency. */
      payout_minimums: {
        [key: string]: number
      }
      /** Format: date-time */
      forgotten_at: string | null
      method_masked: string | null
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    OwnClick: {
      id: string
      link_id: string
      affiliate_id: string
      campaign_id: string
      bot: boolean
      mark: string | null
      country: string | null
      referrer: string | null
      landing_url: string | null
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    OwnConversion: {
      id: string
      /** @enum {string} */
      kind: 'lead' | 'sale' | 'renewal'
      /** @enum {string} */
      source: 'api' | 'browser' | 'stripe' | 'postback'
      referral_id: string | null
      affiliate_id: string | null
      campaign_id: string | null
      /**
       * Format: int64
       * @description Minor units of the currency beside it.
       */
      amount: number
      /**
       * Format: int64
       * @description Minor units of the currency beside it.
       */
      refunded_amount: number
      currency: string | null
      product: string | null
      plan: string | null
      /** Format: date-time */
      occurred_at: string
      attributed: boolean
      explanation: string
      /** Format: date-time */
      forgotten_at: string | null
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    OwnCommission: {
      id: string
      affiliate_id: string
      campaign_id: string | null
      conversion_id: string | null
      referral_id: string | null
      /** @enum {string} */
      kind: 'lead' | 'sale' | 'renewal' | 'bonus' | 'adjustment' | 'reversal' | 'referral_share'
      /**
       * Format: int64
       * @description Minor units of the currency beside it.
       */
      amount: number
      currency: string
      /** Format: int64 */
      rate_bps: number | null
      rule_id: string | null
      /** @enum {string} */
      state: 'held' | 'pending' | 'due' | 'processing' | 'paid' | 'voided'
      /** Format: date-time */
      due_at: string | null
      /** Format: date-time */
      paid_at: string | null
      payout_id: string | null
      reversal_of: string | null
      void_reason: string | null
      explanation: string
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    OwnPayout: {
      id: string
      affiliate_id: string
      /**
       * Format: int64
       * @description Minor units of the currency beside it.
       */
      amount: number
      currency: string
      /** @enum {string} */
      method: 'manual' | 'paypal' | 'wise' | 'sepa'
      method_masked: string | null
      /** @enum {string|null} */
      sent_through: 'csv' | 'paypal_api' | 'paypal' | 'wise' | 'wise_email' | 'sepa' | null
      provider_status: string | null
      /** @enum {string} */
      state:
        | 'awaiting_approval'
        | 'approved'
        | 'processing'
        | 'paid'
        | 'returned'
        | 'canceled'
        | 'failed'
      reference: string | null
      failure_reason: string | null
      cancel_reason: string | null
      /** Format: date-time */
      approved_at: string | null
      /** Format: date-time */
      paid_at: string | null
      /** Format: int64 */
      lines_count: number
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    ApiKey: {
      id: string
      name: string
      /** @enum {string} */
      kind: 'secret' | 'affiliate' | 'publishable'
      affiliate_id: string | null
      prefix: string
      last_four: string
      permissions: {
        [key: string]: boolean
      }
      allowed_ips: string[]
      /** Format: int64 */
      rate_limit: number | null
      /** Format: date-time */
      expires_at: string | null
      /** Format: date-time */
      last_used_at: string | null
      /** @enum {string} */
      state: 'active' | 'disabled' | 'expired' | 'revoked'
      created_by_id: string
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
    Event: {
      id: string
      subject_id: string
      /** Format: int64 */
      subject_seq: number
      type: string
      actor_kind: string
      actor_id: string
      from: string | null
      to: string | null
      reason: string | null
      note: string | null
      data: {
        [key: string]: unknown
      }
      /** Format: date-time */
      created_at: string
      /** Format: date-time */
      updated_at: string
    } & {
      [key: string]: unknown
    }
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  'openapi.show': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description OpenAPI 3.1 */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'auth.login.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** Format: email */
          email: string
          password: string
          otp?: string
        }
      }
    }
    responses: {
      /** @description Sign in: a pair of tokens for an e-mail and its password */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            access_token: string
            refresh_token: string
            /** @constant */
            token_type: 'bearer'
            /**
             * Format: int64
             * @description Seconds until the access token expires.
             */
            expires_in: number
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'auth.refresh.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          refresh_token: string
        }
      }
    }
    responses: {
      /** @description A new pair of tokens for the refresh token of the last */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            access_token: string
            refresh_token: string
            /** @constant */
            token_type: 'bearer'
            /**
             * Format: int64
             * @description Seconds until the access token expires.
             */
            expires_in: number
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'auth.logout.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          refresh_token: string
        }
      }
    }
    responses: {
      /** @description It is done; there is nothing more to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'workspace.show': {
    parameters: {
      query?: {
        /** @description Rows to show inside each. */
        expand?: 'default_campaign'[]
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The settings of the account */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Workspace'] & {
            default_campaign?: components['schemas']['Campaign'] | null
          }
        }
      }
    }
  }
  'workspace.update': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          name?: string
          currency?: string
          timezone?: string
          /** @enum {string} */
          attribution?: 'first' | 'last'
          /** Format: int64 */
          hold_days?: number
          /** Format: int64 */
          cookie_days?: number
          default_campaign_id?: string
          payout_minimums?: {
            [key: string]: number
          }
          payout_schedule?: {
            /** @enum {string} */
            every: 'manual' | 'week' | 'half_month' | 'month'
            /** Format: int64 */
            weekday?: number
            /** Format: int64 */
            day?: number
            /** Format: int64 */
            net_days: number
          }
          approvals?: {
            /**
             * Format: int64
             * @enum {integer}
             */
            required: 1 | 2
            two_above?: {
              [key: string]: number
            }
          }
          snippet?: {
            parameter: string
            sites: string[]
            consent: boolean
          }
          payer?: {
            name?: string | null
            iban?: string | null
            bic?: string | null
            paypal?: {
              client_id: string
              client_secret?: string
              /** @enum {string} */
              environment: 'sandbox' | 'live'
            } | null
          }
          hold_limits?: {
            /** Format: int64 */
            visitor_sales: number
            /** Format: int64 */
            visitor_hours: number
            /** Format: int64 */
            duplicate_minutes: number
          }
          /** Format: int64 */
          click_retention_days?: number
          require_two_factor?: boolean
          /** Format: int64 */
          lock_version?: number
        }
      }
    }
    responses: {
      /** @description Change settings */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Workspace']
        }
      }
    }
  }
  'me.show': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Who is signed in */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            user: {
              id: string
              name: string | null
              email: string
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            }
            memberships: ({
              workspace: {
                id: string
                name: string
              } & {
                [key: string]: unknown
              }
              /** @enum {string} */
              role: 'owner' | 'admin' | 'member'
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'workspaces.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'name'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or text in name. */
        q?: string
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The workspaces that one belongs to */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Workspace'][]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'workspaces.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          name: string
          currency: string
          timezone: string
        }
      }
    }
    responses: {
      /** @description Found a workspace */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Workspace']
        }
      }
    }
  }
  'members.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'role'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description Any of these. */
        role?: string[]
        /** @description Any of these. */
        user_id?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List members */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Member'][]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'members.show': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One member */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Member']
        }
      }
    }
  }
  'members.destroy': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is done; there is nothing more to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'members.update': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          role: 'admin' | 'member'
        }
      }
    }
    responses: {
      /** @description Change a role */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Member']
        }
      }
    }
  }
  'membership.destroy': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is done; there is nothing more to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'invitations.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'email' | 'expires_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or text in email. */
        q?: string
        /** @description Any of these states. */
        state?: ('pending' | 'accepted' | 'expired' | 'revoked')[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List invitations */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Invitation'][]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'invitations.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** Format: email */
          email: string
          /** @enum {string} */
          role: 'admin' | 'member'
        }
      }
    }
    responses: {
      /** @description Invite someone by e-mail */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Invitation'] &
            ({
              secret: string | null
            } & {
              [key: string]: unknown
            })
        }
      }
    }
  }
  'invitations.show': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One invitation */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Invitation']
        }
      }
    }
  }
  'invitations.destroy': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is done; there is nothing more to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'invitations.resend.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        invitation_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Send an invitation again, with a new link */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Invitation'] &
            ({
              secret: string | null
            } & {
              [key: string]: unknown
            })
        }
      }
    }
  }
  'ownership.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          membership_id: string
          password: string
          code?: string
        }
      }
    }
    responses: {
      /** @description Hand the workspace over to another member */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Member']
        }
      }
    }
  }
  'mails.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or text in to, subject. */
        q?: string
        /** @description Any of these states. */
        state?: ('pending' | 'sent' | 'failed')[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List mails */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Mail'][]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'campaigns.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'name'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or text in name, slug. */
        q?: string
        /** @description Any of these states. */
        state?: ('draft' | 'paused' | 'active' | 'archived')[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List campaigns */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Campaign'][]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'campaigns.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          name: string
          /** Format: uri */
          destination_url: string
          reward:
            | {
                /** @enum {string} */
                type: 'flat'
                amounts: {
                  [key: string]: number
                }
              }
            | {
                /** @enum {string} */
                type: 'percent'
                /** Format: int64 */
                rate_bps: number
                tiers?: {
                  from: {
                    [key: string]: number
                  }
                  /** Format: int64 */
                  rate_bps: number
                }[]
              }
          /** @enum {string} */
          state?: 'draft' | 'active'
          /** @description a-z 0-9 and -; folded to lower case */
          slug?: string
          cap_per_commission?: {
            [key: string]: number
          } | null
          cap_per_customer?: {
            [key: string]: number
          } | null
          cap_per_month?: {
            [key: string]: number
          } | null
          duration?:
            | {
                /** @enum {string} */
                type: 'months'
                /** Format: int64 */
                months: number
              }
            | {
                /** @enum {string} */
                type: 'first' | 'lifetime'
              }
          /** Format: int64 */
          referral_share_bps?: number | null
          /** Format: int64 */
          hold_days?: number
          /** Format: int64 */
          cookie_days?: number | null
          hold_above?: {
            [key: string]: number
          } | null
          /** Format: date-time */
          starts_at?: string | null
          /** Format: date-time */
          ends_at?: string | null
        }
      }
    }
    responses: {
      /** @description Make a campaign */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Campaign']
        }
      }
    }
  }
  'campaigns.show': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One campaign */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Campaign']
        }
      }
    }
  }
  'campaigns.destroy': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is done; there is nothing more to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'campaigns.update': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          name?: string
          /** Format: uri */
          destination_url?: string
          reward?:
            | {
                /** @enum {string} */
                type: 'flat'
                amounts: {
                  [key: string]: number
                }
              }
            | {
                /** @enum {string} */
                type: 'percent'
                /** Format: int64 */
                rate_bps: number
                tiers?: {
                  from: {
                    [key: string]: number
                  }
                  /** Format: int64 */
                  rate_bps: number
                }[]
              }
          /** @description a-z 0-9 and -; folded to lower case */
          slug?: string
          cap_per_commission?: {
            [key: string]: number
          } | null
          cap_per_customer?: {
            [key: string]: number
          } | null
          cap_per_month?: {
            [key: string]: number
          } | null
          duration?:
            | {
                /** @enum {string} */
                type: 'months'
                /** Format: int64 */
                months: number
              }
            | {
                /** @enum {string} */
                type: 'first' | 'lifetime'
              }
          /** Format: int64 */
          referral_share_bps?: number | null
          /** Format: int64 */
          hold_days?: number
          /** Format: int64 */
          cookie_days?: number | null
          hold_above?: {
            [key: string]: number
          } | null
          /** Format: date-time */
          starts_at?: string | null
          /** Format: date-time */
          ends_at?: string | null
          /** Format: int64 */
          lock_version?: number
        }
      }
    }
    responses: {
      /** @description Change a campaign */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Campaign']
        }
      }
    }
  }
  'campaigns.rules.order.update': {
    parameters: {
      query?: never
      header?: never
      path: {
        campaign_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          ids: string[]
        }
      }
    }
    responses: {
      /** @description Put the rules of a campaign in order */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['CommissionRule'][]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'campaigns.rules.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'position'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description Rows to show inside each. */
        expand?: 'campaign'[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path: {
        campaign_id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The rules of a campaign */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['CommissionRule'] & {
              campaign?: components['schemas']['Campaign'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'campaigns.rules.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        campaign_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          event: 'lead' | 'sale' | 'renewal'
          reward:
            | {
                /** @enum {string} */
                type: 'flat'
                amounts: {
                  [key: string]: number
                }
              }
            | {
                /** @enum {string} */
                type: 'percent'
                /** Format: int64 */
                rate_bps: number
                tiers?: {
                  from: {
                    [key: string]: number
                  }
                  /** Format: int64 */
                  rate_bps: number
                }[]
              }
          all?: {
            /** @enum {string} */
            field:
              | 'product'
              | 'plan'
              | 'amount'
              | 'country'
              | 'coupon'
              | 'tag'
              | 'nth_payment'
              | 'new_customer'
            /** @enum {string} */
            op: 'is' | 'in' | 'at_least'
            value: string | number | boolean | unknown[] | Record<string, never>
            currency?: string
          }[]
          any?: {
            /** @enum {string} */
            field:
              | 'product'
              | 'plan'
              | 'amount'
              | 'country'
              | 'coupon'
              | 'tag'
              | 'nth_payment'
              | 'new_customer'
            /** @enum {string} */
            op: 'is' | 'in' | 'at_least'
            value: string | number | boolean | unknown[] | Record<string, never>
            currency?: string
          }[]
          duration?:
            | null
            | {
                /** @enum {string} */
                type: 'months'
                /** Format: int64 */
                months: number
              }
            | {
                /** @enum {string} */
                type: 'first' | 'lifetime'
              }
          cap_per_commission?: {
            [key: string]: number
          } | null
          cap_per_customer?: {
            [key: string]: number
          } | null
          cap_per_month?: {
            [key: string]: number
          } | null
          /** Format: int64 */
          position?: number
        }
      }
    }
    responses: {
      /** @description Add a rule */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CommissionRule']
        }
      }
    }
  }
  'campaigns.rules.show': {
    parameters: {
      query?: {
        /** @description Rows to show inside each. */
        expand?: 'campaign'[]
      }
      header?: never
      path: {
        campaign_id: string
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A rule */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CommissionRule'] & {
            campaign?: components['schemas']['Campaign'] | null
          }
        }
      }
    }
  }
  'campaigns.rules.destroy': {
    parameters: {
      query?: never
      header?: never
      path: {
        campaign_id: string
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is done; there is nothing more to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'campaigns.rules.update': {
    parameters: {
      query?: never
      header?: never
      path: {
        campaign_id: string
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** @enum {string} */
          event?: 'lead' | 'sale' | 'renewal'
          reward?:
            | {
                /** @enum {string} */
                type: 'flat'
                amounts: {
                  [key: string]: number
                }
              }
            | {
                /** @enum {string} */
                type: 'percent'
                /** Format: int64 */
                rate_bps: number
                tiers?: {
                  from: {
                    [key: string]: number
                  }
                  /** Format: int64 */
                  rate_bps: number
                }[]
              }
          all?: {
            /** @enum {string} */
            field:
              | 'product'
              | 'plan'
              | 'amount'
              | 'country'
              | 'coupon'
              | 'tag'
              | 'nth_payment'
              | 'new_customer'
            /** @enum {string} */
            op: 'is' | 'in' | 'at_least'
            value: string | number | boolean | unknown[] | Record<string, never>
            currency?: string
          }[]
          any?: {
            /** @enum {string} */
            field:
              | 'product'
              | 'plan'
              | 'amount'
              | 'country'
              | 'coupon'
              | 'tag'
              | 'nth_payment'
              | 'new_customer'
            /** @enum {string} */
            op: 'is' | 'in' | 'at_least'
            value: string | number | boolean | unknown[] | Record<string, never>
            currency?: string
          }[]
          duration?:
            | null
            | {
                /** @enum {string} */
                type: 'months'
                /** Format: int64 */
                months: number
              }
            | {
                /** @enum {string} */
                type: 'first' | 'lifetime'
              }
          cap_per_commission?: {
            [key: string]: number
          } | null
          cap_per_customer?: {
            [key: string]: number
          } | null
          cap_per_month?: {
            [key: string]: number
          } | null
          /** Format: int64 */
          position?: number
          /** Format: int64 */
          lock_version?: number
        }
      }
    }
    responses: {
      /** @description Change a rule */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CommissionRule']
        }
      }
    }
  }
  'campaigns.preview.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        campaign_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** @enum {string} */
          event?: 'lead' | 'sale' | 'renewal'
          /** Format: int64 */
          amount?: number
          currency?: string
          affiliate_id?: string | null
          ref?: string | null
          coupon?: string | null
          product?: string | null
          plan?: string | null
          country?: string | null
          /** Format: email */
          customer_email?: string | null
          /** Format: int64 */
          nth_payment?: number
          new_customer?: boolean
          /** Format: date-time */
          first_payment_at?: string | null
          /** Format: date-time */
          occurred_at?: string | null
        }
      }
    }
    responses: {
      /** @description What a sale would earn, and why; nothing is recorded */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            campaign_id: string
            affiliate_id: string | null
            /** @enum {string|null} */
            terms: 'link' | 'enrollment' | 'campaign' | null
            commissions: ({
              affiliate_id: string | null
              /** @enum {string} */
              kind: 'lead' | 'sale' | 'renewal' | 'referral_share'
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number
              currency: string
              /** Format: int64 */
              rate_bps: number | null
              rule_id: string | null
              /** @enum {string} */
              state: 'held' | 'pending' | 'due'
              held_reasons: ({
                code: string
                sentence: string
              } & {
                [key: string]: unknown
              })[]
              /** Format: date-time */
              due_at: string
              explanation: string
            } & {
              [key: string]: unknown
            })[]
            rules: ({
              id: string
              /** Format: int64 */
              position: number
              sentence: string
              tried: boolean
              matched: boolean
              why_not: string | null
            } & {
              [key: string]: unknown
            })[]
            explanation: string
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'campaigns.activation.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        campaign_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Activate a campaign */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Campaign']
        }
      }
    }
  }
  'campaigns.pause.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        campaign_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Pause a campaign */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Campaign']
        }
      }
    }
  }
  'campaigns.archive.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        campaign_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Archive a campaign, for good */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Campaign']
        }
      }
    }
  }
  'affiliates.bulk.activation.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          ids: string[]
        }
      }
    }
    responses: {
      /** @description Many at once: activated */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: ({
              id: string
              ok: boolean
              code?: string
              error?: string
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'affiliates.bulk.rejection.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          ids: string[]
          reason: string
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Many at once: rejected */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: ({
              id: string
              ok: boolean
              code?: string
              error?: string
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'affiliates.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'name' | 'email'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or text in email, name, company. */
        q?: string
        /** @description Any of these states. */
        state?: ('invited' | 'pending' | 'suspended' | 'rejected' | 'archived' | 'active')[]
        /** @description Rows to show inside each. */
        expand?: ('referrer' | 'links')[]
        /** @description Any of these. */
        referrer_id?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List affiliates */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['Affiliate'] & {
              referrer?: components['schemas']['Affiliate'] | null
              links?: components['schemas']['Link'][]
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'affiliates.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** Format: email */
          email: string
          /** @enum {string} */
          state?: 'invited' | 'pending' | 'active'
          name?: string | null
          company?: string | null
          country?: string | null
          tags?: string[]
          metadata?: {
            [key: string]: string
          }
          referrer_id?: string | null
          payout_minimums?: {
            [key: string]: number
          }
        }
      }
    }
    responses: {
      /** @description Add an affiliate */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Affiliate']
        }
      }
    }
  }
  'affiliates.show': {
    parameters: {
      query?: {
        /** @description Rows to show inside each. */
        expand?: ('referrer' | 'links')[]
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One affiliate */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Affiliate'] & {
            referrer?: components['schemas']['Affiliate'] | null
            links?: components['schemas']['Link'][]
          }
        }
      }
    }
  }
  'affiliates.destroy': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is done; there is nothing more to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'affiliates.update': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** Format: email */
          email?: string
          name?: string | null
          company?: string | null
          country?: string | null
          tags?: string[]
          metadata?: {
            [key: string]: string
          }
          referrer_id?: string | null
          payout_minimums?: {
            [key: string]: number
          }
        }
      }
    }
    responses: {
      /** @description Change an affiliate */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Affiliate']
        }
      }
    }
  }
  'affiliates.balance.show': {
    parameters: {
      query?: never
      header?: never
      path: {
        affiliate_id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description What an affiliate has, per currency */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: ({
              currency: string
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              held: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              pending: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              due: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              processing: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              paid: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              available: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              minimum: number
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'affiliates.statements.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
      }
      header?: never
      path: {
        affiliate_id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description An affiliate's statements, one a month */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Statement'][]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'affiliates.statements.show': {
    parameters: {
      query?: never
      header?: never
      path: {
        affiliate_id: string
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The statement of a month, such as 2026-03, with up to 1,000 lines */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            id: string
            affiliate_id: string
            /** Format: date-time */
            starts_at: string
            /** Format: date-time */
            ends_at: string
            final: boolean
            balances: ({
              currency: string
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              opening: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              earned: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              adjusted: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              reversed: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              voided: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              paid: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              returned: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              closing: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              held: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              pending: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              due: number
            } & {
              [key: string]: unknown
            })[]
            /** Format: int64 */
            lines_count: number
            lines: ({
              id: string
              /** Format: date-time */
              booked_at: string
              /** @enum {string} */
              kind:
                | 'lead'
                | 'sale'
                | 'renewal'
                | 'referral_share'
                | 'bonus'
                | 'adjustment'
                | 'reversal'
                | 'voided'
                | 'payout_paid'
                | 'payout_returned'
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              balance: number
              currency: string
              commission_id: string | null
              payout_id: string | null
              text: string | null
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'affiliates.statements.file.show': {
    parameters: {
      query?: never
      header?: never
      path: {
        affiliate_id: string
        statement_id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The statement of a month with all its lines, as CSV */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/csv': string
          'application/xml': string
        }
      }
    }
  }
  'affiliates.payout_method.show': {
    parameters: {
      query?: never
      header?: never
      path: {
        affiliate_id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description How an affiliate is paid */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PayoutMethod']
        }
      }
    }
  }
  'affiliates.payout_method.update': {
    parameters: {
      query?: never
      header?: never
      path: {
        affiliate_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind: 'manual' | 'paypal' | 'wise' | 'sepa'
          /** Format: email */
          email?: string
          holder?: string
          iban?: string
          bic?: string
          currency?: string
          account_number?: string
          /** @enum {string} */
          account_type?: 'checking' | 'savings'
          routing_number?: string
          sort_code?: string
          bsb?: string
          /** Format: int64 */
          lock_version?: number
        }
      }
    }
    responses: {
      /** @description Set how an affiliate is paid */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PayoutMethod']
        }
      }
    }
  }
  'affiliates.activation.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        affiliate_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Let an affiliate in */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Affiliate']
        }
      }
    }
  }
  'affiliates.rejection.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        affiliate_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          reason: string
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Reject an affiliate */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Affiliate']
        }
      }
    }
  }
  'affiliates.suspension.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        affiliate_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          reason: string
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Suspend an affiliate */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Affiliate']
        }
      }
    }
  }
  'affiliates.archive.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        affiliate_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          confirm_balance?: boolean
        }
      }
    }
    responses: {
      /** @description Archive an affiliate */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Affiliate']
        }
      }
    }
  }
  'affiliates.forgetting.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        affiliate_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Forget an affiliate to whom nothing is owed; what they were paid stays */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Affiliate']
        }
      }
    }
  }
  'enrollments.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description Any of these states. */
        state?: ('pending' | 'rejected' | 'ended' | 'active')[]
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'campaign')[]
        /** @description Any of these. */
        affiliate_id?: string[]
        /** @description Any of these. */
        campaign_id?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List enrollments */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['Enrollment'] & {
              affiliate?: components['schemas']['Affiliate'] | null
              campaign?: components['schemas']['Campaign'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'enrollments.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          affiliate_id: string
          campaign_id?: string
          reward?:
            | null
            | {
                /** @enum {string} */
                type: 'flat'
                amounts: {
                  [key: string]: number
                }
              }
            | {
                /** @enum {string} */
                type: 'percent'
                /** Format: int64 */
                rate_bps: number
                tiers?: {
                  from: {
                    [key: string]: number
                  }
                  /** Format: int64 */
                  rate_bps: number
                }[]
              }
          cap_per_commission?: {
            [key: string]: number
          } | null
          cap_per_customer?: {
            [key: string]: number
          } | null
          cap_per_month?: {
            [key: string]: number
          } | null
          duration?:
            | null
            | {
                /** @enum {string} */
                type: 'months'
                /** Format: int64 */
                months: number
              }
            | {
                /** @enum {string} */
                type: 'first' | 'lifetime'
              }
        }
      }
    }
    responses: {
      /** @description Let an affiliate into a campaign, with terms of their own if any */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Enrollment']
        }
      }
    }
  }
  'enrollments.show': {
    parameters: {
      query?: {
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'campaign')[]
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One enrollment */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Enrollment'] & {
            affiliate?: components['schemas']['Affiliate'] | null
            campaign?: components['schemas']['Campaign'] | null
          }
        }
      }
    }
  }
  'enrollments.destroy': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is done; there is nothing more to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'enrollments.update': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          reward?:
            | null
            | {
                /** @enum {string} */
                type: 'flat'
                amounts: {
                  [key: string]: number
                }
              }
            | {
                /** @enum {string} */
                type: 'percent'
                /** Format: int64 */
                rate_bps: number
                tiers?: {
                  from: {
                    [key: string]: number
                  }
                  /** Format: int64 */
                  rate_bps: number
                }[]
              }
          cap_per_commission?: {
            [key: string]: number
          } | null
          cap_per_customer?: {
            [key: string]: number
          } | null
          cap_per_month?: {
            [key: string]: number
          } | null
          duration?:
            | null
            | {
                /** @enum {string} */
                type: 'months'
                /** Format: int64 */
                months: number
              }
            | {
                /** @enum {string} */
                type: 'first' | 'lifetime'
              }
        }
      }
    }
    responses: {
      /** @description Change the terms of an enrollment */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Enrollment']
        }
      }
    }
  }
  'enrollments.activation.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        enrollment_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Activate an enrollment */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Enrollment']
        }
      }
    }
  }
  'enrollments.rejection.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        enrollment_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          reason: string
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Reject an enrollment */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Enrollment']
        }
      }
    }
  }
  'enrollments.end.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        enrollment_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description End an enrollment */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Enrollment']
        }
      }
    }
  }
  'links.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'ref_param'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or text in ref_param, name, affiliate.name, affiliate.email. */
        q?: string
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'campaign')[]
        /** @description Any of these. */
        affiliate_id?: string[]
        /** @description Any of these. */
        campaign_id?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List links */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['Link'] & {
              affiliate?: components['schemas']['Affiliate'] | null
              campaign?: components['schemas']['Campaign'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'links.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          affiliate_id: string
          campaign_id?: string
          /** @description 2 to 64 of a-z 0-9 - _; folded to lower case */
          ref_param?: string
          /** Format: uri */
          destination_url?: string | null
          name?: string | null
          reward?:
            | null
            | {
                /** @enum {string} */
                type: 'flat'
                amounts: {
                  [key: string]: number
                }
              }
            | {
                /** @enum {string} */
                type: 'percent'
                /** Format: int64 */
                rate_bps: number
                tiers?: {
                  from: {
                    [key: string]: number
                  }
                  /** Format: int64 */
                  rate_bps: number
                }[]
              }
          cap_per_commission?: {
            [key: string]: number
          } | null
          cap_per_customer?: {
            [key: string]: number
          } | null
          cap_per_month?: {
            [key: string]: number
          } | null
          duration?:
            | null
            | {
                /** @enum {string} */
                type: 'months'
                /** Format: int64 */
                months: number
              }
            | {
                /** @enum {string} */
                type: 'first' | 'lifetime'
              }
        }
      }
    }
    responses: {
      /** @description Make a link */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Link']
        }
      }
    }
  }
  'links.show': {
    parameters: {
      query?: {
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'campaign')[]
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One link */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Link'] & {
            affiliate?: components['schemas']['Affiliate'] | null
            campaign?: components['schemas']['Campaign'] | null
          }
        }
      }
    }
  }
  'links.destroy': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is done; there is nothing more to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'links.update': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** Format: uri */
          destination_url?: string | null
          name?: string | null
          reward?:
            | null
            | {
                /** @enum {string} */
                type: 'flat'
                amounts: {
                  [key: string]: number
                }
              }
            | {
                /** @enum {string} */
                type: 'percent'
                /** Format: int64 */
                rate_bps: number
                tiers?: {
                  from: {
                    [key: string]: number
                  }
                  /** Format: int64 */
                  rate_bps: number
                }[]
              }
          cap_per_commission?: {
            [key: string]: number
          } | null
          cap_per_customer?: {
            [key: string]: number
          } | null
          cap_per_month?: {
            [key: string]: number
          } | null
          duration?:
            | null
            | {
                /** @enum {string} */
                type: 'months'
                /** Format: int64 */
                months: number
              }
            | {
                /** @enum {string} */
                type: 'first' | 'lifetime'
              }
        }
      }
    }
    responses: {
      /** @description Change a link */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Link']
        }
      }
    }
  }
  'coupons.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'code'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or text in code, affiliate.name, affiliate.email. */
        q?: string
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'campaign')[]
        /** @description Any of these. */
        affiliate_id?: string[]
        /** @description Any of these. */
        campaign_id?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List coupons */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['Coupon'] & {
              affiliate?: components['schemas']['Affiliate'] | null
              campaign?: components['schemas']['Campaign'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'coupons.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          affiliate_id: string
          campaign_id?: string
          /** @description folded to upper case */
          code: string
        }
      }
    }
    responses: {
      /** @description Make a coupon */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Coupon']
        }
      }
    }
  }
  'coupons.show': {
    parameters: {
      query?: {
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'campaign')[]
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One coupon */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Coupon'] & {
            affiliate?: components['schemas']['Affiliate'] | null
            campaign?: components['schemas']['Campaign'] | null
          }
        }
      }
    }
  }
  'coupons.destroy': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is done; there is nothing more to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'coupons.update': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** @description folded to upper case */
          code?: string
        }
      }
    }
    responses: {
      /** @description Give a coupon another code */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Coupon']
        }
      }
    }
  }
  'clicks.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'campaign' | 'link')[]
        /** @description Any of these. */
        link_id?: string[]
        /** @description Any of these. */
        affiliate_id?: string[]
        /** @description Any of these. */
        campaign_id?: string[]
        /** @description Any of these. */
        visitor_id?: string[]
        /** @description Only those, or only the others. */
        bot?: 'true' | 'false'
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List clicks */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['Click'] & {
              affiliate?: components['schemas']['Affiliate'] | null
              campaign?: components['schemas']['Campaign'] | null
              link?: components['schemas']['Link'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'clicks.show': {
    parameters: {
      query?: {
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'campaign' | 'link')[]
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One click */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Click'] & {
            affiliate?: components['schemas']['Affiliate'] | null
            campaign?: components['schemas']['Campaign'] | null
            link?: components['schemas']['Link'] | null
          }
        }
      }
    }
  }
  'referrals.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or text in customer_name; or the beginning of customer_external_id, customer_email. */
        q?: string
        /** @description Any of these states. */
        state?: ('lead' | 'customer' | 'expired' | 'denied')[]
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'campaign' | 'link' | 'click' | 'coupon')[]
        /** @description Any of these. */
        affiliate_id?: string[]
        /** @description Any of these. */
        campaign_id?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List referrals */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['Referral'] & {
              affiliate?: components['schemas']['Affiliate'] | null
              campaign?: components['schemas']['Campaign'] | null
              link?: components['schemas']['Link'] | null
              click?: components['schemas']['Click'] | null
              coupon?: components['schemas']['Coupon'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'referrals.show': {
    parameters: {
      query?: {
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'campaign' | 'link' | 'click' | 'coupon')[]
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One referral */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Referral'] & {
            affiliate?: components['schemas']['Affiliate'] | null
            campaign?: components['schemas']['Campaign'] | null
            link?: components['schemas']['Link'] | null
            click?: components['schemas']['Click'] | null
            coupon?: components['schemas']['Coupon'] | null
          }
        }
      }
    }
  }
  'referrals.update': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          customer?: {
            /** Format: email */
            email?: string | null
            name?: string | null
            country?: string | null
          }
        }
      }
    }
    responses: {
      /** @description Correct what is known of a customer */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Referral']
        }
      }
    }
  }
  'referrals.move.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        referral_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          affiliate_id: string
          with_commissions?: boolean
          reason?: string | null
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Move a referral to another affiliate */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            referral: components['schemas']['Referral']
            /** Format: int64 */
            moved: number
            /** Format: int64 */
            stayed: number
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'referrals.denial.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        referral_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          reason: string
          note?: string | null
          void_commissions?: boolean
        }
      }
    }
    responses: {
      /** @description Deny a referral: it earns nothing more */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Referral']
        }
      }
    }
  }
  'referrals.restoration.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        referral_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Take back the denial of a referral */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Referral']
        }
      }
    }
  }
  'referrals.forgetting.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        referral_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Forget the customer of a referral, in all their rows; the money stays */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Referral']
        }
      }
    }
  }
  'conversions.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'occurred_at' | 'amount'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or the beginning of external_id, customer_external_id, customer_email. */
        q?: string
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'campaign' | 'referral')[]
        /** @description Any of these. */
        affiliate_id?: string[]
        /** @description Any of these. */
        campaign_id?: string[]
        /** @description Any of these. */
        referral_id?: string[]
        /** @description Any of these. */
        kind?: string[]
        /** @description Any of these. */
        currency?: string[]
        /** @description Any of these. */
        customer_external_id?: string[]
        /** @description Any of these. */
        subscription_id?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
        /** @description ISO 8601; from this instant. */
        occurred_since?: string
        /** @description ISO 8601; up to this instant. */
        occurred_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List conversions */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['Conversion'] & {
              affiliate?: components['schemas']['Affiliate'] | null
              campaign?: components['schemas']['Campaign'] | null
              referral?: components['schemas']['Referral'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'conversions.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          external_id: string
          /** Format: int64 */
          amount: number
          currency: string
          customer: {
            external_id: string
            /** Format: email */
            email?: string | null
            name?: string | null
            country?: string | null
          }
          /** @enum {string} */
          kind?: 'sale' | 'renewal'
          subscription_id?: string | null
          product?: string | null
          plan?: string | null
          click_id?: string | null
          visitor_id?: string | null
          ref?: string | null
          coupon?: string | null
          /** Format: date-time */
          occurred_at?: string
        }
      }
    }
    responses: {
      /** @description Record a sale */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Conversion']
        }
      }
      /** @description Record a sale */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Conversion']
        }
      }
      /** @description Record a sale */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Conversion']
        }
      }
    }
  }
  'conversions.show': {
    parameters: {
      query?: {
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'campaign' | 'referral')[]
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One conversion */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Conversion'] & {
            affiliate?: components['schemas']['Affiliate'] | null
            campaign?: components['schemas']['Campaign'] | null
            referral?: components['schemas']['Referral'] | null
          }
        }
      }
    }
  }
  'conversions.refunds.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        conversion_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          external_id: string
          /** Format: int64 */
          amount?: number
          currency?: string
          /** @enum {string} */
          kind?: 'refund' | 'chargeback'
          reason?: string | null
        }
      }
    }
    responses: {
      /** @description Record a refund or chargeback */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Refund']
        }
      }
      /** @description Record a refund or chargeback */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Refund']
        }
      }
    }
  }
  'conversions.forgetting.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        conversion_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Forget the customer of a conversion, in all their rows; the money stays */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Conversion']
        }
      }
    }
  }
  'conversions.attribution.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        conversion_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          affiliate_id: string
          campaign_id?: string | null
          reason: string
        }
      }
    }
    responses: {
      /** @description Attribute a conversion by hand */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Conversion']
        }
      }
    }
  }
  'refunds.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or text in external_id. */
        q?: string
        /** @description Any of these states. */
        state?: ('waiting' | 'applied' | 'undone' | 'dropped')[]
        /** @description Rows to show inside each. */
        expand?: 'conversion'[]
        /** @description Any of these. */
        conversion_id?: string[]
        /** @description Any of these. */
        kind?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List refunds */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['Refund'] & {
              conversion?: components['schemas']['Conversion'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'refunds.show': {
    parameters: {
      query?: {
        /** @description Rows to show inside each. */
        expand?: 'conversion'[]
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One refund */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Refund'] & {
            conversion?: components['schemas']['Conversion'] | null
          }
        }
      }
    }
  }
  'refunds.undo.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        refund_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          reason: string
        }
      }
    }
    responses: {
      /** @description Undo a refund: a chargeback was won */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Refund']
        }
      }
    }
  }
  'commissions.bulk.approval.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          ids: string[]
        }
      }
    }
    responses: {
      /** @description Many at once: approved */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: ({
              id: string
              ok: boolean
              code?: string
              error?: string
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'commissions.bulk.void.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          ids: string[]
          reason: string
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Many at once: voided */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: ({
              id: string
              ok: boolean
              code?: string
              error?: string
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'commissions.bulk.release.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          ids: string[]
          reason?: string | null
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Many at once: released */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: ({
              id: string
              ok: boolean
              code?: string
              error?: string
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'commissions.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'amount' | 'due_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or text in affiliate.name, affiliate.email; or the beginning of conversion.external_id, conversion.customer_email. */
        q?: string
        /** @description Any of these states. */
        state?: ('held' | 'pending' | 'due' | 'voided' | 'processing' | 'paid')[]
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'campaign' | 'conversion' | 'referral' | 'rule' | 'payout')[]
        /** @description Any of these. */
        affiliate_id?: string[]
        /** @description Any of these. */
        campaign_id?: string[]
        /** @description Any of these. */
        conversion_id?: string[]
        /** @description Any of these. */
        payout_id?: string[]
        /** @description Any of these. */
        currency?: string[]
        /** @description Any of these. */
        kind?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List commissions */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['Commission'] & {
              affiliate?: components['schemas']['Affiliate'] | null
              campaign?: components['schemas']['Campaign'] | null
              conversion?: components['schemas']['Conversion'] | null
              referral?: components['schemas']['Referral'] | null
              rule?: components['schemas']['CommissionRule'] | null
              payout?: components['schemas']['Payout'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'commissions.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          affiliate_id: string
          campaign_id?: string | null
          /** @enum {string} */
          kind?: 'bonus' | 'adjustment'
          /** Format: int64 */
          amount: number
          currency: string
          reason: string
          note?: string | null
          /** Format: date-time */
          due_at?: string | null
        }
      }
    }
    responses: {
      /** @description Give a bonus, or make an adjustment */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Commission']
        }
      }
    }
  }
  'commissions.show': {
    parameters: {
      query?: {
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'campaign' | 'conversion' | 'referral' | 'rule' | 'payout')[]
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One commission */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Commission'] & {
            affiliate?: components['schemas']['Affiliate'] | null
            campaign?: components['schemas']['Campaign'] | null
            conversion?: components['schemas']['Conversion'] | null
            referral?: components['schemas']['Referral'] | null
            rule?: components['schemas']['CommissionRule'] | null
            payout?: components['schemas']['Payout'] | null
          }
        }
      }
    }
  }
  'commissions.approval.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        commission_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Make a pending commission due now */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Commission']
        }
      }
    }
  }
  'commissions.hold.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        commission_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Hold a commission */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Commission']
        }
      }
    }
  }
  'commissions.release.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        commission_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          reason?: string | null
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Release a held commission */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Commission']
        }
      }
    }
  }
  'commissions.void.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        commission_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          reason: string
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Void a commission */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Commission']
        }
      }
    }
  }
  'payout_runs.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'cutoff' | 'amount'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description Any of these states. */
        state?: (
          | 'draft'
          | 'awaiting_approval'
          | 'completed'
          | 'approved'
          | 'processing'
          | 'partly_failed'
          | 'canceled'
        )[]
        /** @description Any of these. */
        currency?: string[]
        /** @description Any of these. */
        trigger?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List payout runs */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['PayoutRun'][]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'payout_runs.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** Format: date-time */
          cutoff?: string
          affiliate_ids?: string[]
          currency?: string
          dry_run?: boolean
        }
      }
    }
    responses: {
      /** @description Open a run per currency with something due */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (
              | components['schemas']['PayoutRun']
              | ({
                  currency: string
                  /** Format: date-time */
                  cutoff: string
                  /** Format: int64 */
                  payouts_count: number
                  /**
                   * Format: int64
                   * @description Minor units of the currency beside it.
                   */
                  amount: number
                  left_out: ({
                    affiliate_id: string
                    /**
                     * Format: int64
                     * @description Minor units of the currency beside it.
                     */
                    amount: number
                    /** @enum {string} */
                    reason:
                      | 'below_minimum'
                      | 'not_above_zero'
                      | 'affiliate_not_active'
                      | 'excluded'
                      | 'method_refuses_currency'
                  } & {
                    [key: string]: unknown
                  })[]
                } & {
                  [key: string]: unknown
                })
            )[]
          } & {
            [key: string]: unknown
          }
        }
      }
      /** @description Open a run per currency with something due */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (
              | components['schemas']['PayoutRun']
              | ({
                  currency: string
                  /** Format: date-time */
                  cutoff: string
                  /** Format: int64 */
                  payouts_count: number
                  /**
                   * Format: int64
                   * @description Minor units of the currency beside it.
                   */
                  amount: number
                  left_out: ({
                    affiliate_id: string
                    /**
                     * Format: int64
                     * @description Minor units of the currency beside it.
                     */
                    amount: number
                    /** @enum {string} */
                    reason:
                      | 'below_minimum'
                      | 'not_above_zero'
                      | 'affiliate_not_active'
                      | 'excluded'
                      | 'method_refuses_currency'
                  } & {
                    [key: string]: unknown
                  })[]
                } & {
                  [key: string]: unknown
                })
            )[]
          } & {
            [key: string]: unknown
          }
        }
      }
      /** @description Open a run per currency with something due */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (
              | components['schemas']['PayoutRun']
              | ({
                  currency: string
                  /** Format: date-time */
                  cutoff: string
                  /** Format: int64 */
                  payouts_count: number
                  /**
                   * Format: int64
                   * @description Minor units of the currency beside it.
                   */
                  amount: number
                  left_out: ({
                    affiliate_id: string
                    /**
                     * Format: int64
                     * @description Minor units of the currency beside it.
                     */
                    amount: number
                    /** @enum {string} */
                    reason:
                      | 'below_minimum'
                      | 'not_above_zero'
                      | 'affiliate_not_active'
                      | 'excluded'
                      | 'method_refuses_currency'
                  } & {
                    [key: string]: unknown
                  })[]
                } & {
                  [key: string]: unknown
                })
            )[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'payout_runs.show': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One payout run */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PayoutRun']
        }
      }
    }
  }
  'payout_runs.left_out.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description Rows to show inside each. */
        expand?: 'affiliate'[]
        /** @description Any of these. */
        reason?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path: {
        payout_run_id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Who a run leaves out, and why */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['LeftOut'] & {
              affiliate?: components['schemas']['Affiliate'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'payout_runs.files.index': {
    parameters: {
      query?: never
      header?: never
      path: {
        payout_run_id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The payment files of a run */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['PaymentFile'][]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'payout_runs.files.show': {
    parameters: {
      query?: {
        part?: number
      }
      header?: never
      path: {
        payout_run_id: string
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Download a payment file by its format */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/csv': string
          'application/xml': string
        }
      }
    }
  }
  'payout_runs.approval.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        payout_run_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** Format: int64 */
          amount?: number
        }
      }
    }
    responses: {
      /** @description Approve a run */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PayoutRun']
        }
      }
    }
  }
  'payout_runs.rejection.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        payout_run_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          reason: string
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Reject a run */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PayoutRun']
        }
      }
    }
  }
  'payout_runs.cancel.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        payout_run_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          reason: string
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Cancel a run */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PayoutRun']
        }
      }
    }
  }
  'payout_runs.execution.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        payout_run_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Set an approved run on its way */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PayoutRun']
        }
      }
    }
  }
  'payout_runs.payment.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        payout_run_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          reference: string
          /** Format: date-time */
          paid_at?: string
          except?: string[]
        }
      }
    }
    responses: {
      /** @description Mark all of a run paid, but for exceptions */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PayoutRun']
        }
      }
    }
  }
  'payout_runs.reconciliations.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description Rows to show inside each. */
        expand?: 'run'[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path: {
        payout_run_id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Result files that were held against a run */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['Reconciliation'] & {
              run?: components['schemas']['PayoutRun'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'payout_runs.reconciliations.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        payout_run_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          content: string
        }
      }
    }
    responses: {
      /** @description Hold a result file of the bank or provider against a run */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Reconciliation']
        }
      }
      /** @description Hold a result file of the bank or provider against a run */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Reconciliation']
        }
      }
    }
  }
  'payout_runs.reconciliations.show': {
    parameters: {
      query?: {
        /** @description Rows to show inside each. */
        expand?: 'run'[]
      }
      header?: never
      path: {
        payout_run_id: string
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description What a result file changed */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Reconciliation'] & {
            run?: components['schemas']['PayoutRun'] | null
          }
        }
      }
    }
  }
  'payout_runs.reconciliations.lines.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'line'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description Rows to show inside each. */
        expand?: 'payout'[]
        /** @description Any of these. */
        result?: string[]
        /** @description Any of these. */
        payout_id?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path: {
        payout_run_id: string
        reconciliation_id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The lines of a result file, and what came of each */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['ReconciliationLine'] & {
              payout?: components['schemas']['Payout'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'payouts.bulk.exclusion.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          ids: string[]
          reason: string
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Many at once: excluded */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: ({
              id: string
              ok: boolean
              code?: string
              error?: string
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'payouts.bulk.payment.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          ids: string[]
          reference?: string | null
          /** Format: date-time */
          paid_at?: string
        }
      }
    }
    responses: {
      /** @description Many at once: marked as paid */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: ({
              id: string
              ok: boolean
              code?: string
              error?: string
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'payouts.bulk.failure.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          ids: string[]
          reason: string
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Many at once: marked as failed */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: ({
              id: string
              ok: boolean
              code?: string
              error?: string
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'payouts.bulk.return.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          ids: string[]
          reason: string
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Many at once: marked as returned */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: ({
              id: string
              ok: boolean
              code?: string
              error?: string
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'payouts.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'amount' | 'paid_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or text in reference, affiliate.name, affiliate.email. */
        q?: string
        /** @description Any of these states. */
        state?: (
          | 'awaiting_approval'
          | 'approved'
          | 'processing'
          | 'paid'
          | 'failed'
          | 'canceled'
          | 'returned'
        )[]
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'run')[]
        /** @description Any of these. */
        affiliate_id?: string[]
        /** @description Any of these. */
        run_id?: string[]
        /** @description Any of these. */
        currency?: string[]
        /** @description Any of these. */
        method?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List payouts */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['Payout'] & {
              affiliate?: components['schemas']['Affiliate'] | null
              run?: components['schemas']['PayoutRun'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'payouts.show': {
    parameters: {
      query?: {
        /** @description Rows to show inside each. */
        expand?: ('affiliate' | 'run')[]
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One payout */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Payout'] & {
            affiliate?: components['schemas']['Affiliate'] | null
            run?: components['schemas']['PayoutRun'] | null
          }
        }
      }
    }
  }
  'payouts.lines.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description Rows to show inside each. */
        expand?: ('commission' | 'payout')[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path: {
        payout_id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The lines of a payout */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['PayoutLine'] & {
              commission?: components['schemas']['Commission'] | null
              payout?: components['schemas']['Payout'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'payouts.exclusion.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        payout_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          reason: string
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Leave a payout out of its run */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Payout']
        }
      }
    }
  }
  'payouts.inclusion.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        payout_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Put an excluded payout back into its run, before the first approval */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Payout']
        }
      }
    }
  }
  'payouts.payment.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        payout_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          reference?: string | null
          /** Format: date-time */
          paid_at?: string
        }
      }
    }
    responses: {
      /** @description Mark a payout paid */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Payout']
        }
      }
    }
  }
  'payouts.failure.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        payout_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          reason: string
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Mark a payout failed */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Payout']
        }
      }
    }
  }
  'payouts.return.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        payout_id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          reason: string
          note?: string | null
        }
      }
    }
    responses: {
      /** @description Mark a paid payout returned */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Payout']
        }
      }
    }
  }
  'track.click.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          ref: string
          visitor_id?: string | null
          url?: string | null
          referrer?: string | null
          ip?: string | null
          user_agent?: string | null
        }
      }
    }
    responses: {
      /** @description Track a click */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            click: {
              id: string
              link_id: string
              affiliate_id: string
              campaign_id: string
              visitor_id: string
              bot: boolean
              mark: string | null
              country: string | null
              referrer: string | null
              landing_url: string | null
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            }
            visitor_id: string
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'track.lead.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          external_id?: string
          customer: {
            external_id: string
            /** Format: email */
            email?: string | null
            name?: string | null
            country?: string | null
          }
          click_id?: string | null
          visitor_id?: string | null
          ref?: string | null
          coupon?: string | null
          /** Format: date-time */
          occurred_at?: string
        }
      }
    }
    responses: {
      /** @description Track a lead */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            conversion: {
              id: string
              external_id: string
              /** @enum {string} */
              kind: 'lead' | 'sale' | 'renewal'
              /** @enum {string} */
              source: 'api' | 'browser' | 'stripe' | 'postback'
              referral_id: string | null
              affiliate_id: string | null
              campaign_id: string | null
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              refunded_amount: number
              currency: string | null
              product: string | null
              plan: string | null
              subscription_id: string | null
              customer: {
                external_id: string
                email: string | null
                name: string | null
                country: string | null
              } & {
                [key: string]: unknown
              }
              /** Format: date-time */
              occurred_at: string
              attributed: boolean
              explanation: string
              /** Format: date-time */
              forgotten_at: string | null
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            }
            referral:
              | ({
                  id: string
                  affiliate_id: string
                  campaign_id: string
                  link_id: string | null
                  click_id: string | null
                  coupon_id: string | null
                  customer: {
                    external_id: string
                    email: string | null
                    name: string | null
                    country: string | null
                  } & {
                    [key: string]: unknown
                  }
                  /** @enum {string} */
                  state: 'lead' | 'customer' | 'denied' | 'expired'
                  attributed_by: string
                  explanation: string
                  /** Format: date-time */
                  forgotten_at: string | null
                  /** Format: date-time */
                  created_at: string
                  /** Format: date-time */
                  updated_at: string
                } & {
                  [key: string]: unknown
                })
              | null
            commissions: ({
              id: string
              affiliate_id: string
              campaign_id: string | null
              conversion_id: string | null
              referral_id: string | null
              /** @enum {string} */
              kind:
                'lead' | 'sale' | 'renewal' | 'bonus' | 'adjustment' | 'reversal' | 'referral_share'
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number
              currency: string
              /** Format: int64 */
              rate_bps: number | null
              rule_id: string | null
              /** @enum {string} */
              state: 'held' | 'pending' | 'due' | 'processing' | 'paid' | 'voided'
              held_reasons: ({
                code: string
                sentence: string
              } & {
                [key: string]: unknown
              })[]
              /** Format: date-time */
              due_at: string | null
              /** Format: date-time */
              paid_at: string | null
              payout_id: string | null
              reversal_of: string | null
              void_reason: string | null
              explanation: string
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            })[]
            attributed: boolean
            explanation: string
          } & {
            [key: string]: unknown
          }
        }
      }
      /** @description Track a lead */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            conversion: {
              id: string
              external_id: string
              /** @enum {string} */
              kind: 'lead' | 'sale' | 'renewal'
              /** @enum {string} */
              source: 'api' | 'browser' | 'stripe' | 'postback'
              referral_id: string | null
              affiliate_id: string | null
              campaign_id: string | null
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              refunded_amount: number
              currency: string | null
              product: string | null
              plan: string | null
              subscription_id: string | null
              customer: {
                external_id: string
                email: string | null
                name: string | null
                country: string | null
              } & {
                [key: string]: unknown
              }
              /** Format: date-time */
              occurred_at: string
              attributed: boolean
              explanation: string
              /** Format: date-time */
              forgotten_at: string | null
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            }
            referral:
              | ({
                  id: string
                  affiliate_id: string
                  campaign_id: string
                  link_id: string | null
                  click_id: string | null
                  coupon_id: string | null
                  customer: {
                    external_id: string
                    email: string | null
                    name: string | null
                    country: string | null
                  } & {
                    [key: string]: unknown
                  }
                  /** @enum {string} */
                  state: 'lead' | 'customer' | 'denied' | 'expired'
                  attributed_by: string
                  explanation: string
                  /** Format: date-time */
                  forgotten_at: string | null
                  /** Format: date-time */
                  created_at: string
                  /** Format: date-time */
                  updated_at: string
                } & {
                  [key: string]: unknown
                })
              | null
            commissions: ({
              id: string
              affiliate_id: string
              campaign_id: string | null
              conversion_id: string | null
              referral_id: string | null
              /** @enum {string} */
              kind:
                'lead' | 'sale' | 'renewal' | 'bonus' | 'adjustment' | 'reversal' | 'referral_share'
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number
              currency: string
              /** Format: int64 */
              rate_bps: number | null
              rule_id: string | null
              /** @enum {string} */
              state: 'held' | 'pending' | 'due' | 'processing' | 'paid' | 'voided'
              held_reasons: ({
                code: string
                sentence: string
              } & {
                [key: string]: unknown
              })[]
              /** Format: date-time */
              due_at: string | null
              /** Format: date-time */
              paid_at: string | null
              payout_id: string | null
              reversal_of: string | null
              void_reason: string | null
              explanation: string
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            })[]
            attributed: boolean
            explanation: string
          } & {
            [key: string]: unknown
          }
        }
      }
      /** @description Track a lead */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            conversion: {
              id: string
              external_id: string
              /** @enum {string} */
              kind: 'lead' | 'sale' | 'renewal'
              /** @enum {string} */
              source: 'api' | 'browser' | 'stripe' | 'postback'
              referral_id: string | null
              affiliate_id: string | null
              campaign_id: string | null
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              refunded_amount: number
              currency: string | null
              product: string | null
              plan: string | null
              subscription_id: string | null
              customer: {
                external_id: string
                email: string | null
                name: string | null
                country: string | null
              } & {
                [key: string]: unknown
              }
              /** Format: date-time */
              occurred_at: string
              attributed: boolean
              explanation: string
              /** Format: date-time */
              forgotten_at: string | null
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            }
            referral:
              | ({
                  id: string
                  affiliate_id: string
                  campaign_id: string
                  link_id: string | null
                  click_id: string | null
                  coupon_id: string | null
                  customer: {
                    external_id: string
                    email: string | null
                    name: string | null
                    country: string | null
                  } & {
                    [key: string]: unknown
                  }
                  /** @enum {string} */
                  state: 'lead' | 'customer' | 'denied' | 'expired'
                  attributed_by: string
                  explanation: string
                  /** Format: date-time */
                  forgotten_at: string | null
                  /** Format: date-time */
                  created_at: string
                  /** Format: date-time */
                  updated_at: string
                } & {
                  [key: string]: unknown
                })
              | null
            commissions: ({
              id: string
              affiliate_id: string
              campaign_id: string | null
              conversion_id: string | null
              referral_id: string | null
              /** @enum {string} */
              kind:
                'lead' | 'sale' | 'renewal' | 'bonus' | 'adjustment' | 'reversal' | 'referral_share'
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number
              currency: string
              /** Format: int64 */
              rate_bps: number | null
              rule_id: string | null
              /** @enum {string} */
              state: 'held' | 'pending' | 'due' | 'processing' | 'paid' | 'voided'
              held_reasons: ({
                code: string
                sentence: string
              } & {
                [key: string]: unknown
              })[]
              /** Format: date-time */
              due_at: string | null
              /** Format: date-time */
              paid_at: string | null
              payout_id: string | null
              reversal_of: string | null
              void_reason: string | null
              explanation: string
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            })[]
            attributed: boolean
            explanation: string
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'track.sale.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          external_id: string
          /** Format: int64 */
          amount: number
          currency: string
          customer: {
            external_id: string
            /** Format: email */
            email?: string | null
            name?: string | null
            country?: string | null
          }
          /** @enum {string} */
          kind?: 'sale' | 'renewal'
          subscription_id?: string | null
          product?: string | null
          plan?: string | null
          click_id?: string | null
          visitor_id?: string | null
          ref?: string | null
          coupon?: string | null
          /** Format: date-time */
          occurred_at?: string
          test?: boolean
        }
      }
    }
    responses: {
      /** @description Track a sale or renewal */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            conversion: {
              id: string
              external_id: string
              /** @enum {string} */
              kind: 'lead' | 'sale' | 'renewal'
              /** @enum {string} */
              source: 'api' | 'browser' | 'stripe' | 'postback'
              referral_id: string | null
              affiliate_id: string | null
              campaign_id: string | null
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              refunded_amount: number
              currency: string | null
              product: string | null
              plan: string | null
              subscription_id: string | null
              customer: {
                external_id: string
                email: string | null
                name: string | null
                country: string | null
              } & {
                [key: string]: unknown
              }
              /** Format: date-time */
              occurred_at: string
              attributed: boolean
              explanation: string
              /** Format: date-time */
              forgotten_at: string | null
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            }
            referral:
              | ({
                  id: string
                  affiliate_id: string
                  campaign_id: string
                  link_id: string | null
                  click_id: string | null
                  coupon_id: string | null
                  customer: {
                    external_id: string
                    email: string | null
                    name: string | null
                    country: string | null
                  } & {
                    [key: string]: unknown
                  }
                  /** @enum {string} */
                  state: 'lead' | 'customer' | 'denied' | 'expired'
                  attributed_by: string
                  explanation: string
                  /** Format: date-time */
                  forgotten_at: string | null
                  /** Format: date-time */
                  created_at: string
                  /** Format: date-time */
                  updated_at: string
                } & {
                  [key: string]: unknown
                })
              | null
            commissions: ({
              id: string
              affiliate_id: string
              campaign_id: string | null
              conversion_id: string | null
              referral_id: string | null
              /** @enum {string} */
              kind:
                'lead' | 'sale' | 'renewal' | 'bonus' | 'adjustment' | 'reversal' | 'referral_share'
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number
              currency: string
              /** Format: int64 */
              rate_bps: number | null
              rule_id: string | null
              /** @enum {string} */
              state: 'held' | 'pending' | 'due' | 'processing' | 'paid' | 'voided'
              held_reasons: ({
                code: string
                sentence: string
              } & {
                [key: string]: unknown
              })[]
              /** Format: date-time */
              due_at: string | null
              /** Format: date-time */
              paid_at: string | null
              payout_id: string | null
              reversal_of: string | null
              void_reason: string | null
              explanation: string
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            })[]
            attributed: boolean
            explanation: string
            test?: boolean
          } & {
            [key: string]: unknown
          }
        }
      }
      /** @description Track a sale or renewal */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            conversion: {
              id: string
              external_id: string
              /** @enum {string} */
              kind: 'lead' | 'sale' | 'renewal'
              /** @enum {string} */
              source: 'api' | 'browser' | 'stripe' | 'postback'
              referral_id: string | null
              affiliate_id: string | null
              campaign_id: string | null
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              refunded_amount: number
              currency: string | null
              product: string | null
              plan: string | null
              subscription_id: string | null
              customer: {
                external_id: string
                email: string | null
                name: string | null
                country: string | null
              } & {
                [key: string]: unknown
              }
              /** Format: date-time */
              occurred_at: string
              attributed: boolean
              explanation: string
              /** Format: date-time */
              forgotten_at: string | null
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            }
            referral:
              | ({
                  id: string
                  affiliate_id: string
                  campaign_id: string
                  link_id: string | null
                  click_id: string | null
                  coupon_id: string | null
                  customer: {
                    external_id: string
                    email: string | null
                    name: string | null
                    country: string | null
                  } & {
                    [key: string]: unknown
                  }
                  /** @enum {string} */
                  state: 'lead' | 'customer' | 'denied' | 'expired'
                  attributed_by: string
                  explanation: string
                  /** Format: date-time */
                  forgotten_at: string | null
                  /** Format: date-time */
                  created_at: string
                  /** Format: date-time */
                  updated_at: string
                } & {
                  [key: string]: unknown
                })
              | null
            commissions: ({
              id: string
              affiliate_id: string
              campaign_id: string | null
              conversion_id: string | null
              referral_id: string | null
              /** @enum {string} */
              kind:
                'lead' | 'sale' | 'renewal' | 'bonus' | 'adjustment' | 'reversal' | 'referral_share'
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number
              currency: string
              /** Format: int64 */
              rate_bps: number | null
              rule_id: string | null
              /** @enum {string} */
              state: 'held' | 'pending' | 'due' | 'processing' | 'paid' | 'voided'
              held_reasons: ({
                code: string
                sentence: string
              } & {
                [key: string]: unknown
              })[]
              /** Format: date-time */
              due_at: string | null
              /** Format: date-time */
              paid_at: string | null
              payout_id: string | null
              reversal_of: string | null
              void_reason: string | null
              explanation: string
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            })[]
            attributed: boolean
            explanation: string
            test?: boolean
          } & {
            [key: string]: unknown
          }
        }
      }
      /** @description Track a sale or renewal */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            conversion: {
              id: string
              external_id: string
              /** @enum {string} */
              kind: 'lead' | 'sale' | 'renewal'
              /** @enum {string} */
              source: 'api' | 'browser' | 'stripe' | 'postback'
              referral_id: string | null
              affiliate_id: string | null
              campaign_id: string | null
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              refunded_amount: number
              currency: string | null
              product: string | null
              plan: string | null
              subscription_id: string | null
              customer: {
                external_id: string
                email: string | null
                name: string | null
                country: string | null
              } & {
                [key: string]: unknown
              }
              /** Format: date-time */
              occurred_at: string
              attributed: boolean
              explanation: string
              /** Format: date-time */
              forgotten_at: string | null
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            }
            referral:
              | ({
                  id: string
                  affiliate_id: string
                  campaign_id: string
                  link_id: string | null
                  click_id: string | null
                  coupon_id: string | null
                  customer: {
                    external_id: string
                    email: string | null
                    name: string | null
                    country: string | null
                  } & {
                    [key: string]: unknown
                  }
                  /** @enum {string} */
                  state: 'lead' | 'customer' | 'denied' | 'expired'
                  attributed_by: string
                  explanation: string
                  /** Format: date-time */
                  forgotten_at: string | null
                  /** Format: date-time */
                  created_at: string
                  /** Format: date-time */
                  updated_at: string
                } & {
                  [key: string]: unknown
                })
              | null
            commissions: ({
              id: string
              affiliate_id: string
              campaign_id: string | null
              conversion_id: string | null
              referral_id: string | null
              /** @enum {string} */
              kind:
                'lead' | 'sale' | 'renewal' | 'bonus' | 'adjustment' | 'reversal' | 'referral_share'
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number
              currency: string
              /** Format: int64 */
              rate_bps: number | null
              rule_id: string | null
              /** @enum {string} */
              state: 'held' | 'pending' | 'due' | 'processing' | 'paid' | 'voided'
              held_reasons: ({
                code: string
                sentence: string
              } & {
                [key: string]: unknown
              })[]
              /** Format: date-time */
              due_at: string | null
              /** Format: date-time */
              paid_at: string | null
              payout_id: string | null
              reversal_of: string | null
              void_reason: string | null
              explanation: string
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            })[]
            attributed: boolean
            explanation: string
            test?: boolean
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'track.refund.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          external_id: string
          conversion_external_id: string
          /** Format: int64 */
          amount?: number
          /** @enum {string} */
          kind?: 'refund' | 'chargeback'
          reason?: string | null
          /** Format: date-time */
          occurred_at?: string
        }
      }
    }
    responses: {
      /** @description Track a refund or chargeback */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            refund: {
              id: string
              conversion_id: string | null
              conversion_external_id: string
              external_id: string
              /** @enum {string} */
              kind: 'refund' | 'chargeback'
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number | null
              currency: string | null
              /** @enum {string} */
              state: 'waiting' | 'applied' | 'undone' | 'dropped'
              cut: boolean
              reason: string | null
              /** Format: date-time */
              occurred_at: string
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            }
          } & {
            [key: string]: unknown
          }
        }
      }
      /** @description Track a refund or chargeback */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            refund: {
              id: string
              conversion_id: string | null
              conversion_external_id: string
              external_id: string
              /** @enum {string} */
              kind: 'refund' | 'chargeback'
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number | null
              currency: string | null
              /** @enum {string} */
              state: 'waiting' | 'applied' | 'undone' | 'dropped'
              cut: boolean
              reason: string | null
              /** Format: date-time */
              occurred_at: string
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            }
          } & {
            [key: string]: unknown
          }
        }
      }
      /** @description Track a refund or chargeback */
      202: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            refund: {
              id: string
              conversion_id: string | null
              conversion_external_id: string
              external_id: string
              /** @enum {string} */
              kind: 'refund' | 'chargeback'
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              amount: number | null
              currency: string | null
              /** @enum {string} */
              state: 'waiting' | 'applied' | 'undone' | 'dropped'
              cut: boolean
              reason: string | null
              /** Format: date-time */
              occurred_at: string
              /** Format: date-time */
              created_at: string
              /** Format: date-time */
              updated_at: string
            } & {
              [key: string]: unknown
            }
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'track.batch.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          events: (
            | {
                /** @enum {string} */
                type: 'sale'
                external_id: string
                /** Format: int64 */
                amount: number
                currency: string
                customer: {
                  external_id: string
                  /** Format: email */
                  email?: string | null
                  name?: string | null
                  country?: string | null
                }
                /** @enum {string} */
                kind?: 'sale' | 'renewal'
                subscription_id?: string | null
                product?: string | null
                plan?: string | null
                click_id?: string | null
                visitor_id?: string | null
                ref?: string | null
                coupon?: string | null
                /** Format: date-time */
                occurred_at?: string
                test?: boolean
              }
            | {
                /** @enum {string} */
                type: 'lead'
                external_id?: string
                customer: {
                  external_id: string
                  /** Format: email */
                  email?: string | null
                  name?: string | null
                  country?: string | null
                }
                click_id?: string | null
                visitor_id?: string | null
                ref?: string | null
                coupon?: string | null
                /** Format: date-time */
                occurred_at?: string
              }
            | {
                /** @enum {string} */
                type: 'refund'
                external_id: string
                conversion_external_id: string
                /** Format: int64 */
                amount?: number
                /** @enum {string} */
                kind?: 'refund' | 'chargeback'
                reason?: string | null
                /** Format: date-time */
                occurred_at?: string
              }
            | {
                /** @enum {string} */
                type: 'click'
                ref: string
                visitor_id?: string | null
                url?: string | null
                referrer?: string | null
                ip?: string | null
                user_agent?: string | null
              }
          )[]
        } & {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description Track up to 1,000 events */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: ({
              ok: boolean
              /** Format: int64 */
              status: number
              result?:
                | ({
                    conversion: {
                      id: string
                      external_id: string
                      /** @enum {string} */
                      kind: 'lead' | 'sale' | 'renewal'
                      /** @enum {string} */
                      source: 'api' | 'browser' | 'stripe' | 'postback'
                      referral_id: string | null
                      affiliate_id: string | null
                      campaign_id: string | null
                      /**
                       * Format: int64
                       * @description Minor units of the currency beside it.
                       */
                      amount: number
                      /**
                       * Format: int64
                       * @description Minor units of the currency beside it.
                       */
                      refunded_amount: number
                      currency: string | null
                      product: string | null
                      plan: string | null
                      subscription_id: string | null
                      customer: {
                        external_id: string
                        email: string | null
                        name: string | null
                        country: string | null
                      } & {
                        [key: string]: unknown
                      }
                      /** Format: date-time */
                      occurred_at: string
                      attributed: boolean
                      explanation: string
                      /** Format: date-time */
                      forgotten_at: string | null
                      /** Format: date-time */
                      created_at: string
                      /** Format: date-time */
                      updated_at: string
                    } & {
                      [key: string]: unknown
                    }
                    referral:
                      | ({
                          id: string
                          affiliate_id: string
                          campaign_id: string
                          link_id: string | null
                          click_id: string | null
                          coupon_id: string | null
                          customer: {
                            external_id: string
                            email: string | null
                            name: string | null
                            country: string | null
                          } & {
                            [key: string]: unknown
                          }
                          /** @enum {string} */
                          state: 'lead' | 'customer' | 'denied' | 'expired'
                          attributed_by: string
                          explanation: string
                          /** Format: date-time */
                          forgotten_at: string | null
                          /** Format: date-time */
                          created_at: string
                          /** Format: date-time */
                          updated_at: string
                        } & {
                          [key: string]: unknown
                        })
                      | null
                    commissions: ({
                      id: string
                      affiliate_id: string
                      campaign_id: string | null
                      conversion_id: string | null
                      referral_id: string | null
                      /** @enum {string} */
                      kind:
                        | 'lead'
                        | 'sale'
                        | 'renewal'
                        | 'bonus'
                        | 'adjustment'
                        | 'reversal'
                        | 'referral_share'
                      /**
                       * Format: int64
                       * @description Minor units of the currency beside it.
                       */
                      amount: number
                      currency: string
                      /** Format: int64 */
                      rate_bps: number | null
                      rule_id: string | null
                      /** @enum {string} */
                      state: 'held' | 'pending' | 'due' | 'processing' | 'paid' | 'voided'
                      held_reasons: ({
                        code: string
                        sentence: string
                      } & {
                        [key: string]: unknown
                      })[]
                      /** Format: date-time */
                      due_at: string | null
                      /** Format: date-time */
                      paid_at: string | null
                      payout_id: string | null
                      reversal_of: string | null
                      void_reason: string | null
                      explanation: string
                      /** Format: date-time */
                      created_at: string
                      /** Format: date-time */
                      updated_at: string
                    } & {
                      [key: string]: unknown
                    })[]
                    attributed: boolean
                    explanation: string
                    test?: boolean
                  } & {
                    [key: string]: unknown
                  })
                | ({
                    refund: {
                      id: string
                      conversion_id: string | null
                      conversion_external_id: string
                      external_id: string
                      /** @enum {string} */
                      kind: 'refund' | 'chargeback'
                      /**
                       * Format: int64
                       * @description Minor units of the currency beside it.
                       */
                      amount: number | null
                      currency: string | null
                      /** @enum {string} */
                      state: 'waiting' | 'applied' | 'undone' | 'dropped'
                      cut: boolean
                      reason: string | null
                      /** Format: date-time */
                      occurred_at: string
                      /** Format: date-time */
                      created_at: string
                      /** Format: date-time */
                      updated_at: string
                    } & {
                      [key: string]: unknown
                    }
                  } & {
                    [key: string]: unknown
                  })
                | ({
                    click: {
                      id: string
                      link_id: string
                      affiliate_id: string
                      campaign_id: string
                      visitor_id: string
                      bot: boolean
                      mark: string | null
                      country: string | null
                      referrer: string | null
                      landing_url: string | null
                      /** Format: date-time */
                      created_at: string
                      /** Format: date-time */
                      updated_at: string
                    } & {
                      [key: string]: unknown
                    }
                    visitor_id: string
                  } & {
                    [key: string]: unknown
                  })
              error?: components['schemas']['Error']
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'sources.stripe.show': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description What Stripe tells */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            connected: boolean
            endpoint: string
            event_types: string[]
            with_tax: boolean
            test_mode: boolean
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'sources.stripe.update': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          signing_secret?: string
          with_tax?: boolean
          test_mode?: boolean
        }
      }
    }
    responses: {
      /** @description Connect Stripe, or change what it tells */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            connected: boolean
            endpoint: string
            event_types: string[]
            with_tax: boolean
            test_mode: boolean
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'sources.stripe.destroy': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is done; there is nothing more to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'sources.postback.show': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Whether postbacks are taken */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            connected: boolean
            endpoint: string
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'sources.postback.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Make a secret that signs postbacks */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            connected: boolean
            endpoint: string
            secret: string | null
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'sources.postback.destroy': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is done; there is nothing more to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'source_events.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'occurred_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or text in external_id, type, object_id, payment_id. */
        q?: string
        /** @description Any of these states. */
        state?: ('received' | 'waiting' | 'applied' | 'ignored' | 'failed')[]
        /** @description Any of these. */
        source?: string[]
        /** @description Any of these. */
        type?: string[]
        /** @description Any of these. */
        object_id?: string[]
        /** @description Any of these. */
        payment_id?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description What sources told */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['SourceEvent'][]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'source_events.show': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One event of a source */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SourceEvent']
        }
      }
    }
  }
  'source_events.replay.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        source_event_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Look at an event of a source again */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SourceEvent']
        }
      }
    }
  }
  'affiliate.me.show': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Who the affiliate is */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OwnAffiliate']
        }
      }
    }
  }
  'affiliate.balance.show': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description What is owed to the affiliate */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: ({
              currency: string
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              held: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              pending: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              due: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              processing: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              paid: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              available: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              minimum: number
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'affiliate.links.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or text in ref_param, name. */
        q?: string
        /** @description Any of these. */
        campaign_id?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Links of the affiliate */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Link'][]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'affiliate.clicks.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description Any of these. */
        link_id?: string[]
        /** @description Any of these. */
        campaign_id?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Clicks on links of the affiliate */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['OwnClick'][]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'affiliate.conversions.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'occurred_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description Any of these. */
        campaign_id?: string[]
        /** @description Any of these. */
        currency?: string[]
        /** @description Any of these. */
        kind?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description What customers of the affiliate did */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['OwnConversion'][]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'affiliate.commissions.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'amount' | 'due_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description Any of these states. */
        state?: ('held' | 'pending' | 'due' | 'voided' | 'processing' | 'paid')[]
        /** @description Any of these. */
        campaign_id?: string[]
        /** @description Any of these. */
        conversion_id?: string[]
        /** @description Any of these. */
        payout_id?: string[]
        /** @description Any of these. */
        currency?: string[]
        /** @description Any of these. */
        kind?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Commissions of the affiliate */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['OwnCommission'][]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'affiliate.payouts.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'amount' | 'paid_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description Any of these states. */
        state?: (
          | 'awaiting_approval'
          | 'approved'
          | 'processing'
          | 'paid'
          | 'failed'
          | 'canceled'
          | 'returned'
        )[]
        /** @description Any of these. */
        currency?: string[]
        /** @description Any of these. */
        method?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Payouts of the affiliate */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['OwnPayout'][]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'api_keys.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at' | 'name' | 'last_used_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or text in name, last_four. */
        q?: string
        /** @description Any of these states. */
        state?: ('active' | 'disabled' | 'expired' | 'revoked')[]
        /** @description Rows to show inside each. */
        expand?: 'affiliate'[]
        /** @description Any of these. */
        kind?: string[]
        /** @description Any of these. */
        affiliate_id?: string[]
        /** @description Any of these. */
        created_by_id?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description List API keys */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: (components['schemas']['ApiKey'] & {
              affiliate?: components['schemas']['Affiliate'] | null
            })[]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'api_keys.store': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          name: string
          /** @enum {string} */
          kind?: 'secret' | 'affiliate' | 'publishable'
          affiliate_id?: string | null
          scopes?: ('read' | 'write' | 'track' | '*')[]
          /** Format: date-time */
          expires_at?: string | null
          permissions?: {
            [key: string]: boolean
          }
          allowed_ips?: string[]
          /** Format: int64 */
          rate_limit?: number | null
        }
      }
    }
    responses: {
      /** @description Make an API key */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ApiKey'] &
            ({
              secret: string | null
            } & {
              [key: string]: unknown
            })
        }
      }
    }
  }
  'api_keys.show': {
    parameters: {
      query?: {
        /** @description Rows to show inside each. */
        expand?: 'affiliate'[]
      }
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One API key */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ApiKey'] & {
            affiliate?: components['schemas']['Affiliate'] | null
          }
        }
      }
    }
  }
  'api_keys.destroy': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is done; there is nothing more to say. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
  'api_keys.update': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          name?: string
          /** Format: date-time */
          expires_at?: string | null
          permissions?: {
            [key: string]: boolean
          }
          allowed_ips?: string[]
          /** Format: int64 */
          rate_limit?: number | null
        }
      }
    }
    responses: {
      /** @description Change an API key */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ApiKey']
        }
      }
    }
  }
  'api_keys.rotation.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        api_key_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': {
          /** Format: int64 */
          overlap_hours?: number
        }
      }
    }
    responses: {
      /** @description Make a key like this one, which ends after an overlap */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ApiKey'] &
            ({
              secret: string | null
            } & {
              [key: string]: unknown
            })
        }
      }
    }
  }
  'api_keys.disable.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        api_key_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Disable an API key */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ApiKey']
        }
      }
    }
  }
  'api_keys.enable.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        api_key_id: string
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': Record<string, never>
      }
    }
    responses: {
      /** @description Enable an API key again */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ApiKey']
        }
      }
    }
  }
  'reports.summary.show': {
    parameters: {
      query?: {
        from?: string
        to?: string
        campaign_id?: string
        affiliate_id?: string
        link_id?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description What was counted in a period, and in as many days before it */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            from: string
            to: string
            /** Format: int64 */
            clicks: number
            /** Format: int64 */
            conversions: number
            money: ({
              currency: string
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              revenue: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              commissions: number
              /**
               * Format: int64
               * @description Minor units of the currency beside it.
               */
              payouts: number
            } & {
              [key: string]: unknown
            })[]
            before: {
              from: string
              to: string
              /** Format: int64 */
              clicks: number
              /** Format: int64 */
              conversions: number
              money: ({
                currency: string
                /**
                 * Format: int64
                 * @description Minor units of the currency beside it.
                 */
                revenue: number
                /**
                 * Format: int64
                 * @description Minor units of the currency beside it.
                 */
                commissions: number
                /**
                 * Format: int64
                 * @description Minor units of the currency beside it.
                 */
                payouts: number
              } & {
                [key: string]: unknown
              })[]
            } & {
              [key: string]: unknown
            }
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'reports.timeseries.show': {
    parameters: {
      query?: {
        from?: string
        to?: string
        campaign_id?: string
        affiliate_id?: string
        link_id?: string
        interval?: 'day' | 'week' | 'month'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The same by day, week or month */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            from: string
            to: string
            /** @enum {string} */
            interval: 'day' | 'week' | 'month'
            data: ({
              from: string
              to: string
              /** Format: int64 */
              clicks: number
              /** Format: int64 */
              conversions: number
              money: ({
                currency: string
                /**
                 * Format: int64
                 * @description Minor units of the currency beside it.
                 */
                revenue: number
                /**
                 * Format: int64
                 * @description Minor units of the currency beside it.
                 */
                commissions: number
                /**
                 * Format: int64
                 * @description Minor units of the currency beside it.
                 */
                payouts: number
              } & {
                [key: string]: unknown
              })[]
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'reports.top.show': {
    parameters: {
      query?: {
        from?: string
        to?: string
        campaign_id?: string
        affiliate_id?: string
        link_id?: string
        group_by?: 'campaign' | 'affiliate' | 'link'
        currency?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The same by campaign, affiliate or link: the hundred with the most commissions */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            from: string
            to: string
            /** @enum {string} */
            group_by: 'campaign' | 'affiliate' | 'link'
            currency: string
            data: ({
              id: string | null
              name: string | null
              /** Format: int64 */
              clicks: number
              /** Format: int64 */
              conversions: number
              money: ({
                currency: string
                /**
                 * Format: int64
                 * @description Minor units of the currency beside it.
                 */
                revenue: number
                /**
                 * Format: int64
                 * @description Minor units of the currency beside it.
                 */
                commissions: number
                /**
                 * Format: int64
                 * @description Minor units of the currency beside it.
                 */
                payouts: number
              } & {
                [key: string]: unknown
              })[]
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'reports.file.show': {
    parameters: {
      query?: {
        from?: string
        to?: string
        campaign_id?: string
        affiliate_id?: string
        link_id?: string
        interval?: 'day' | 'week' | 'month'
        group_by?: 'campaign' | 'affiliate' | 'link'
        currency?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A report as CSV: by day, week or month, or with group_by by that */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/csv': string
          'application/xml': string
        }
      }
    }
  }
  'events.index': {
    parameters: {
      query?: {
        /** @description Which page. Not with a cursor. */
        page?: number
        /** @description Rows a page; at most 100. */
        limit?: number
        /** @description The id of a row: the rows after it. */
        starting_after?: string
        /** @description The id of a row: the rows before it. */
        ending_before?: string
        /** @description What to sort by. */
        sort?: 'created_at'
        /** @description Newest or largest first by default. */
        order?: 'desc' | 'asc'
        /** @description An id; or the whole subject_id or actor_id. */
        q?: string
        /** @description Any of these. */
        type?: string[]
        /** @description Any of these. */
        subject_id?: string[]
        /** @description Any of these. */
        actor_id?: string[]
        /** @description ISO 8601; from this instant. */
        created_since?: string
        /** @description ISO 8601; up to this instant. */
        created_until?: string
        /** @description ISO 8601; from this instant. */
        updated_since?: string
        /** @description ISO 8601; up to this instant. */
        updated_until?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description What happened */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            data: components['schemas']['Event'][]
            pagination:
              components['schemas']['PagePagination'] | components['schemas']['CursorPagination']
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'events.show': {
    parameters: {
      query?: never
      header?: never
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One event */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Event']
        }
      }
    }
  }
  'jobs.index': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Queues, schedules and failures */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            away: boolean
            worker:
              | ({
                  /** Format: date-time */
                  beat_at: string
                  /** Format: int64 */
                  pid: number
                  host: string
                  /** Format: date-time */
                  started_at: string
                } & {
                  [key: string]: unknown
                })
              | null
            schedules: ({
              job: string
              queue: string
              cron: string
              says: string
              /** Format: date-time */
              next_at: string | null
              last:
                | ({
                    /** Format: date-time */
                    started_at: string
                    /** Format: int64 */
                    duration_ms: number
                    /** @enum {string} */
                    outcome: 'completed' | 'failed'
                    reason?: string
                  } & {
                    [key: string]: unknown
                  })
                | null
            } & {
              [key: string]: unknown
            })[]
            reason?: string
            queues?: ({
              name: string
              /** Format: int64 */
              waiting: number
              /** Format: int64 */
              active: number
              /** Format: int64 */
              delayed: number
              /** Format: int64 */
              failed: number
              /** Format: int64 */
              completed: number
            } & {
              [key: string]: unknown
            })[]
            failures?: ({
              id: string
              job: string
              queue: string
              reason: string
              /** Format: int64 */
              attempts: number
              ids: {
                [key: string]: unknown
              }
              /** Format: date-time */
              failed_at: string
            } & {
              [key: string]: unknown
            })[]
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'jobs.retry.store': {
    parameters: {
      query?: never
      header?: never
      path: {
        job_id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Do a failed job again */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            ok: boolean
          } & {
            [key: string]: unknown
          }
        }
      }
    }
  }
  'jobs.retry.destroy': {
    parameters: {
      query?: never
      header?: never
      path: {
        job_id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Discard a failed job */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            [key: string]: unknown
          }
        }
      }
    }
  }
}
