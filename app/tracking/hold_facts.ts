import db from '@adonisjs/lucid/services/db'
import { stateAtInstant } from '#core/history'
import Conversion from '#models/conversion'
import Referral, { IN_FORCE } from '#models/referral'
import type Affiliate from '#models/affiliate'
import type Workspace from '#models/workspace'
import type { HoldFacts } from '#terms/holds/hold'
import type { Bound } from '#tracking/weigh'

/**
 * Collects all that may hold what a conversion earns someone: its affiliate, or whoever brought them. `holdsOf` of
 * #terms decides. What is only supposed has no past to compare with.
 */
export async function holdFacts(bound: Bound, earner: Affiliate): Promise<HoldFacts> {
  const { workspace, conversion, campaign } = bound
  return {
    amount: conversion.amount,
    currency: conversion.currency ?? workspace.currency,
    customerEmail: conversion.customerEmail,
    affiliateEmail: earner.email,
    affiliateState: await stateAtInstant(earner, conversion.occurredAt),
    enrollmentState: await enrollmentState(bound, earner),
    holdAbove: campaign.holdAbove ?? {},
    limits: workspace.holdLimits,
    sharesAccount: await sharesAccount(earner),
    ...(bound.conversionId
      ? await past(workspace, await Conversion.findOrFail(bound.conversionId))
      : {
          salesOfVisitor: 0,
          customerOfAnother: false,
          minutesFromAlike: null,
          browserLead: false,
        }),
  }
}

/** Whoever brought the affiliate needs to be in no campaign. */
async function enrollmentState({ affiliate, enrollment, conversion }: Bound, earner: Affiliate) {
  if (!enrollment || earner.id !== affiliate.id) return 'active'
  return stateAtInstant(enrollment, conversion.occurredAt)
}

async function past(workspace: Workspace, conversion: Conversion) {
  return {
    salesOfVisitor: await salesOfVisitor(workspace, conversion),
    customerOfAnother: await isCustomerOfAnother(conversion),
    minutesFromAlike: await minutesFromAlike(conversion),
    browserLead: conversion.kind === 'lead' && conversion.source === 'browser',
  }
}

async function sharesAccount({ id, workspaceId }: Affiliate) {
  const other = await db
    .from('payout_methods as mine')
    .join('payout_methods as theirs', (join) =>
      join
        .on('theirs.workspace_id', 'mine.workspace_id')
        .andOn('theirs.fingerprint', 'mine.fingerprint')
    )
    .where({ 'mine.affiliate_id': id, 'theirs.workspace_id': workspaceId })
    .whereNot('theirs.affiliate_id', id)
    .first()
  return other !== null
}

async function salesOfVisitor(
  { id, holdLimits }: Workspace,
  { visitorId, kind, occurredAt }: Conversion
) {
  if (!visitorId || kind === 'lead' || holdLimits.visitor_sales === 0) return 0
  const counted = await db
    .from('conversions')
    .where({ workspace_id: id, visitor_id: visitorId })
    .whereNot('kind', 'lead')
    .where('occurred_at', '>', occurredAt.minus({ hours: holdLimits.visitor_hours }).toJSDate())
    .where('occurred_at', '<=', occurredAt.toJSDate())
    .count('* as count')
    .first()
  return Number(counted.count)
}

async function isCustomerOfAnother(conversion: Conversion) {
  const { customerExternalId, customerEmail } = conversion
  const others = (customer: { customer_external_id: string } | { customer_email: string }) =>
    Referral.query()
      .where({ workspace_id: conversion.workspaceId, ...customer })
      .whereRaw(IN_FORCE)
      .whereNot('affiliate_id', conversion.affiliateId!)
      .first()
  const other =
    (await others({ customer_external_id: customerExternalId })) ??
    (customerEmail && (await others({ customer_email: customerEmail })))
  return Boolean(other)
}

/** Leads have nothing to compare: only the first of a customer earns. */
async function minutesFromAlike(conversion: Conversion) {
  if (conversion.kind === 'lead') return null
  const { occurredAt, product, plan, subscriptionId } = conversion
  const same = await Conversion.query()
    .where({
      workspace_id: conversion.workspaceId,
      customer_external_id: conversion.customerExternalId,
      amount: conversion.amount,
      currency: conversion.currency,
    })
    .whereNot('kind', 'lead')
    .whereNot('id', conversion.id)
    .whereBetween('occurred_at', [
      occurredAt.minus({ weeks: 1 }).toJSDate(),
      occurredAt.plus({ weeks: 1 }).toJSDate(),
    ])
  const distances = same
    .filter((one) => one.product === product && one.plan === plan)
    .filter((one) => one.subscriptionId === subscriptionId)
    .map((one) => Math.abs(one.occurredAt.diff(occurredAt).as('minutes')))
  return distances.length > 0 ? Math.min(...distances) : null
}
