import { standingSums } from '#views/pages/amounts'
import { choices } from '#views/pages/choices'
import { campaignFilter, linkedFilters } from '#views/pages/filters'
import { timelineOf } from '#views/pages/timeline'
import type Conversion from '#models/conversion'
import type Workspace from '#models/workspace'

/** What the list of conversions can be filtered by. */
export async function conversionsPage(workspace: Workspace, asked: Record<string, unknown>) {
  return {
    filters: [
      await campaignFilter(workspace),
      ...(await linkedFilters(workspace, asked, {
        affiliate_id: 'Affiliate',
        referral_id: 'Referral',
        customer_external_id: 'Customer',
        subscription_id: 'Subscription',
        currency: 'Currency',
      })),
    ],
  }
}

export async function conversionPage(conversion: Conversion) {
  await conversion.load((load) => load.load('affiliate').load('campaign').load('referral'))
  return {
    commissions: await conversion.related('commissions').query().preload('affiliate').orderBy('id'),
    refunds: await conversion.related('refunds').query().orderBy('id'),
    timeline: await timelineOf(conversion.id),
  }
}

/** The form to refund: what is left, and an id that no refund of this conversion has. */
export async function newRefundPage(conversion: Conversion) {
  const refunds = await conversion.related('refunds').query()
  return {
    conversion,
    suggestedId: `refund-${refunds.length + 1}-of-${conversion.externalId}`.slice(0, 255),
  }
}

/** The form to attribute by hand: who can get it, and what that voids. */
export async function newAttributionPage(
  conversion: Conversion,
  workspace: Workspace,
  asked: Record<string, unknown>
) {
  await conversion.load((load) => load.load('affiliate').load('referral'))
  return {
    ...(await choices(workspace, asked)),
    conversion,
    earned: await standingSums({ conversion_id: conversion.id }),
  }
}
