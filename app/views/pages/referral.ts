import Click from '#models/click'
import { formatMoney } from '#money/format'
import { standingSums } from '#views/pages/amounts'
import { choices } from '#views/pages/choices'
import { campaignFilter, linkedFilters } from '#views/pages/filters'
import { stateTone, type Tone } from '#views/states'
import type Conversion from '#models/conversion'
import type Referral from '#models/referral'
import { timelineOf } from '#views/pages/timeline'
import { sentence } from '#views/words'
import type { AttributedBy, Mark } from '#models/types'
import type Workspace from '#models/workspace'
import type { Icon } from '#views/icons'
import type { DateTime } from 'luxon'

/** Conversions that one journey shows, the newest. */
const STEPS = 200

/** Clicks that one journey shows, the newest. */
const CLICKS = 50

const ways: Record<AttributedBy, string> = {
  referral: 'An earlier referral',
  coupon: 'A coupon',
  click: 'A click that the sale named',
  visitor: 'The visitor’s clicks',
  ref: 'The ref that the sale named',
  hand: 'A person',
}

/** One step of a customer's way, as the timeline component shows it. */
interface Step {
  text: string
  at: DateTime
  icon: Icon
  tone?: Tone
  note?: string | null
  href?: string
}

/** What the list of referrals can be filtered by. */
export async function referralsPage(workspace: Workspace, asked: Record<string, unknown>) {
  return {
    filters: [
      await campaignFilter(workspace),
      ...(await linkedFilters(workspace, asked, { affiliate_id: 'Affiliate' })),
    ],
  }
}

/** One customer's journey: their clicks, the bond and why, what they did, what it earned, what was given back. */
export async function referralPage(referral: Referral) {
  await referral.load((load) => load.load('affiliate').load('campaign'))
  const conversions = await referral
    .related('conversions')
    .query()
    .preload('commissions', (commissions) => commissions.orderBy('id'))
    .preload('refunds', (refunds) => refunds.orderBy('id'))
    .orderBy('id', 'desc')
    .limit(STEPS)

  const steps = [
    ...(await clicksOf(referral, conversions))
      .toReversed()
      .map((click) => stepOfClick(click, referral)),
    stepOfBond(referral),
    ...conversions.toReversed().flatMap(stepsOfConversion),
  ]
  return {
    conversions,
    attributedBy: ways[referral.attributedBy],
    history: await timelineOf(referral.id),
    journey: steps.reverse().sort((one, other) => other.at.toMillis() - one.at.toMillis()),
  }
}

/** What denying or moving touches: what the customer earned their affiliate and is not paid. */
export async function earnedPage(referral: Referral) {
  await referral.load('affiliate')
  return {
    referral,
    customer: referral.customerName ?? referral.customerEmail ?? referral.customerExternalId,
    earned: await standingSums({ referral_id: referral.id }),
  }
}

/** The form to move a customer: who can get them. */
export async function movePage(
  referral: Referral,
  workspace: Workspace,
  asked: Record<string, unknown>
) {
  return { ...(await choices(workspace, asked)), ...(await earnedPage(referral)) }
}

/** The click that brought the customer, and the others of whoever made it or bought; the newest first. */
async function clicksOf({ workspaceId, clickId }: Referral, conversions: Conversion[]) {
  const brought = await Click.query()
    .where('id', clickId ?? '')
    .preload('link')
    .first()
  const visitors = [brought, ...conversions].flatMap((one) => one?.visitorId ?? [])
  const clicks = await Click.query()
    .where('workspace_id', workspaceId)
    .whereIn('visitor_id', [...new Set(visitors)])
    .orderBy('id', 'desc')
    .limit(CLICKS)
    .preload('link')
  return !brought || clicks.some(({ id }) => id === clickId) ? clicks : [...clicks, brought]
}

const uncounted: Record<Mark, string> = {
  bot: 'Not counted: a bot.',
  prefetch: 'Not counted: the browser fetched ahead.',
  campaign_not_active: 'Not counted: the campaign was not active.',
  affiliate_not_active: 'Not counted: the affiliate was not active.',
}

function stepOfClick(click: Click, { clickId }: Referral): Step {
  const from = hostOf(click.referrer)
  const notes = [
    from && `From ${from}.`,
    click.country && `In ${click.country}.`,
    click.mark && uncounted[click.mark as Mark],
    click.id === clickId && 'This one counted.',
  ]
  return {
    text: `Clicked the link ${click.link.refParam}`,
    at: click.createdAt,
    icon: 'click',
    tone: click.id === clickId ? 'blue' : undefined,
    note: notes.filter(Boolean).join(' '),
  }
}

function stepOfBond(referral: Referral): Step {
  return {
    text: `Bound to ${referral.affiliate.displayName}`,
    at: referral.createdAt,
    icon: 'referral',
    tone: 'blue',
    note: sentence(referral.explanation),
    href: `/affiliates/${referral.affiliateId}`,
  }
}

const deeds = { lead: 'Became a lead', sale: 'Bought', renewal: 'Renewed' }

function stepsOfConversion(conversion: Conversion): Step[] {
  const { kind, amount, currency, product, plan, externalId } = conversion
  const paid = currency && amount > 0 ? ` for ${formatMoney(amount, currency)}` : ''
  const what = [product, plan].filter(Boolean).join(', ')
  return [
    {
      text: `${deeds[kind]}${paid}`,
      at: conversion.occurredAt,
      icon: 'conversion',
      tone: 'green',
      note: [what, externalId].filter(Boolean).join(' · '),
      href: `/conversions/${conversion.id}`,
    },
    ...conversion.commissions.map((commission): Step => ({
      text: `${commission.amount < 0 ? 'Took back' : 'Earned the affiliate'} ${formatMoney(Math.abs(commission.amount), commission.currency)}, ${commission.state} now`,
      at: commission.createdAt,
      icon: 'commission',
      tone: stateTone(commission.state),
      note: sentence(commission.explanation),
      href: `/commissions/${commission.id}`,
    })),
    ...conversion.refunds
      .filter((refund) => refund.amount !== null && refund.currency !== null)
      .map((refund): Step => ({
        text: `${refund.kind === 'chargeback' ? 'Charged back' : 'Was given back'} ${formatMoney(refund.amount!, refund.currency!)}${refund.state === 'undone' ? ', undone since' : ''}`,
        at: refund.occurredAt,
        icon: 'refund',
        tone: 'red',
        note: refund.reason,
        href: `/conversions/${conversion.id}`,
      })),
  ]
}

function hostOf(address: string | null) {
  return address ? (URL.parse(address)?.host ?? null) : null
}
