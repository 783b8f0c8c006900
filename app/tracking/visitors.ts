import Click from '#models/click'
import type { Plain } from '#core/plain'
import type { Told } from '#tracking/facts'
import type Coupon from '#models/coupon'
import type Referral from '#models/referral'
import type Workspace from '#models/workspace'

/** How many of a visitor's clicks are looked at: the newest and, for the first click, the oldest. */
const CLICKS = 100

/** What comes before a visitor's clicks. */
interface Before {
  referrals: Plain<Referral>[]
  coupons: Coupon[]
}

/** The clicks of those visitors whose clicks are asked, and not a referral or a coupon before them. */
export async function clicksOfVisitors(workspace: Workspace, told: Told[], before: Before) {
  const asked = told.filter((one) => one.visitorId && !isBrought(one, before))
  const clicks = new Map<Told, Click[]>()
  if (asked.length === 0) return clicks

  const days = await longestCookie(workspace)
  for (const one of asked) clicks.set(one, await clicksOfVisitor(workspace, one, days))
  return clicks
}

/** A lead may expire before it is asked. */
function isBrought({ customer, coupon }: Told, { referrals, coupons }: Before) {
  const bound = (referral: Plain<Referral>) =>
    referral.customerExternalId === customer.externalId && referral.state !== 'lead'
  const code = coupon?.toUpperCase()
  return referrals.some(bound) || coupons.some((known) => known.code === code)
}

async function clicksOfVisitor(workspace: Workspace, told: Told, days: number) {
  return Click.query()
    .where({ workspace_id: workspace.id, visitor_id: told.visitorId! })
    .whereNull('mark')
    .whereBetween('created_at', [
      told.occurredAt.minus({ days }).toJSDate(),
      told.occurredAt.toJSDate(),
    ])
    .orderBy('id', workspace.attribution === 'first' ? 'asc' : 'desc')
    .limit(CLICKS)
    .exec()
}

async function longestCookie(workspace: Workspace) {
  const campaigns = await workspace
    .related('campaigns')
    .query()
    .whereNotNull('cookie_days')
    .select('cookie_days')
  return Math.max(workspace.cookieDays, ...campaigns.map(({ cookieDays }) => cookieDays!))
}
