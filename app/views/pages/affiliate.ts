import db from '@adonisjs/lucid/services/db'
import { currenciesOf, ownFirst } from '#views/pages/amounts'
import { chosenIds, chosenPage } from '#views/pages/chosen'
import { choices } from '#views/pages/choices'
import { linkedFilters } from '#views/pages/filters'
import { timelineOf } from '#views/pages/timeline'
import { countClicks } from '#tracking/clicks_of_links'
import { formatMoney } from '#money/format'
import Affiliate from '#models/affiliate'
import Commission from '#models/commission'
import Coupon from '#models/coupon'
import Payout from '#models/payout'
import { minorUnits } from '#money/arithmetic'
import type { Balance } from '#ledger/balance'
import type { AffiliateState } from '#models/types'
import type Workspace from '#models/workspace'
import type { HttpContext } from '@adonisjs/core/http'

type Asked = Record<string, unknown>

const SHOWN = 10

/** How many of the chosen are told by name. */
const NAMED = 5

/** What a list of affiliates shows of each: what is on its way to them, per currency. */
export async function affiliatesPage(rows: Affiliate[], workspace: Workspace, asked: Asked) {
  const filters = await linkedFilters(workspace, asked, { referrer_id: 'Brought by' })
  const sums: { affiliate_id: string; currency: string; state: string; total: number }[] = await db
    .from('commissions')
    .whereIn(
      'affiliate_id',
      rows.map(({ id }) => id)
    )
    .whereIn('state', ['pending', 'due'])
    .groupBy('affiliate_id', 'currency', 'state')
    .select('affiliate_id', 'currency', 'state')
    .sum('amount as total')
    .orderBy('currency')
  const of = (id: string, wanted: string) =>
    sums
      .filter(({ affiliate_id: owner, state }) => owner === id && state === wanted)
      .map(({ currency, total }) => ({ currency, amount: minorUnits(total) }))
      .toSorted(ownFirst(workspace))
  return {
    filters,
    onTheWay: Object.fromEntries(
      rows.map(({ id }) => [id, { pending: of(id, 'pending'), due: of(id, 'due') }])
    ),
  }
}

/** What an affiliate's page shows beside them. */
export async function affiliatePage(affiliate: Affiliate, workspace: Workspace) {
  const balances = await affiliate.balances()
  const of = { affiliate_id: affiliate.id }
  const links = await affiliate.related('links').query().preload('campaign').orderBy('id', 'desc')
  await countClicks(links)
  return {
    balances: balances.toSorted(ownFirst(workspace)),
    referrer: await referrerOf(affiliate),
    brought: await countOfBrought(affiliate),
    links,
    coupons: await Coupon.query().where(of).preload('campaign').orderBy('id', 'desc'),
    enrollments: await affiliate.related('enrollments').query().preload('campaign').orderBy('id'),
    commissions: await Commission.query()
      .where(of)
      .preload('campaign')
      .orderBy('id', 'desc')
      .limit(SHOWN),
    payouts: await Payout.query().where(of).orderBy('id', 'desc').limit(SHOWN),
    timeline: await timelineOf(affiliate.id, 20),
  }
}

/** What the form of an affiliate offers. */
export async function affiliateForm(workspace: Workspace, affiliate?: Affiliate) {
  const { affiliates, tooMany } = await choices(workspace, {})
  return {
    affiliate,
    currencies: currenciesOf(workspace, affiliate?.payoutMinimums),
    referrers: affiliates.filter(({ value }) => value !== affiliate?.id),
    tooMany,
  }
}

/** What suspending or archiving an affiliate touches: the payouts that await approval, and what they have. */
export async function affiliateConfirmPage(affiliate: Affiliate, reasons?: readonly Reason[]) {
  const open = await Payout.query()
    .where({ affiliate_id: affiliate.id, state: 'awaiting_approval' })
    .orderBy('currency')
  const all = await affiliate.balances()
  const balances = all.filter((balance) => openIn(balance) !== 0)
  return {
    affiliate,
    reasons,
    hasBalance: balances.length > 0,
    figures: [
      ...balances.map((balance) => ({
        label: `Not paid yet, ${balance.currency}`,
        value: formatMoney(openIn(balance), balance.currency),
      })),
      ...open.map(({ amount, currency }) => ({
        label: 'Payout awaiting approval, to be canceled',
        value: formatMoney(amount, currency),
      })),
    ],
  }
}

/** The affiliates that were chosen from the list, by name. */
export async function chosenAffiliates(ctx: HttpContext, states: readonly AffiliateState[]) {
  const affiliates = await ctx.workspace
    .related('affiliates')
    .query()
    .whereIn('id', chosenIds(ctx))
    .orderBy('id', 'desc')
  const page = chosenPage(ctx, affiliates, states, '/affiliates')
  const names = affiliates
    .filter(({ id }) => page.chosen.ids.includes(id))
    .map(({ displayName }) => displayName)
  return { ...page, names: namesOf(names), reasons: reasonsToReject }
}

/** `Ada Abel, Ben Brandt and 3 more` */
function namesOf(names: string[]) {
  const more = names.length - NAMED
  return more > 0 ? `${names.slice(0, NAMED).join(', ')} and ${more} more` : names.join(', ')
}

function openIn({ held, pending, due, processing }: Balance) {
  return held + pending + due + processing
}

interface Reason {
  value: string
  label: string
}

/** Codes that are stored, and what the affiliate is told. */
export const reasonsToSuspend = [
  { value: 'suspected_fraud', label: 'Fraud is suspected' },
  { value: 'terms_broken', label: 'The terms were broken' },
  { value: 'self_referral', label: 'They bought by their own links' },
  { value: 'brand_bidding', label: 'They advertise on the brand’s name' },
  { value: 'asked_by_affiliate', label: 'They asked for it' },
  { value: 'other', label: 'Another reason (say it in the note)' },
]

export const reasonsToReject = [
  { value: 'no_fit', label: 'Their audience does not fit' },
  { value: 'incomplete', label: 'The application is incomplete' },
  { value: 'not_reachable', label: 'They could not be reached' },
  { value: 'suspected_fraud', label: 'Fraud is suspected' },
  { value: 'other', label: 'Another reason (say it in the note)' },
]

async function countOfBrought({ id }: Affiliate) {
  const row = await Affiliate.query().where('referrer_id', id).count('* as count').firstOrFail()
  return Number(row.$extras.count)
}

async function referrerOf({ referrerId }: Affiliate) {
  return referrerId ? Affiliate.find(referrerId) : null
}
