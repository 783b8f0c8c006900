import { dialect } from '#config/database'
import { ask, columnsOf, type Question } from '#core/ask'
import { plainOf, type Plain } from '#core/plain'
import { toStored } from '#database/instants'
import Click from '#models/click'
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
  if (asked.length === 0) return new Map<Told, Plain<Click>[]>()

  const days = await longestCookie(workspace)
  const spans = asked.map(({ visitorId, occurredAt }, place) => ({
    ...{ place, visitor: visitorId },
    ...{ since: toStored(occurredAt.minus({ days })), until: toStored(occurredAt.endOf('second')) },
  }))
  const [found] = await ask(clicksWithin(workspace, spans))
  const clicksOf = Map.groupBy(found, ({ place }) => place)
  return new Map(
    asked.map((one, place) => [one, (clicksOf.get(place) ?? []).map(({ click }) => click)])
  )
}

/** A lead may expire before it is asked. */
function isBrought({ customer, coupon }: Told, { referrals, coupons }: Before) {
  const bound = (referral: Plain<Referral>) =>
    referral.customerExternalId === customer.externalId && referral.state !== 'lead'
  const code = coupon?.toUpperCase()
  return referrals.some(bound) || coupons.some((known) => known.code === code)
}

/** A query for each took longer than all else that a piece reads. */
function clicksWithin(
  { id, attribution }: Workspace,
  spans: object[]
): Question<{ place: number; click: Plain<Click> }> {
  const order = `id ${attribution === 'first' ? 'asc' : 'desc'}`
  const ofEach = `from clicks where workspace_id = ? and visitor_id = visitor and mark is null
    and created_at between since and until order by ${order} limit ${CLICKS}`
  const columns = columnsOf(Click, 'found')
  return {
    sql:
      dialect === 'postgres'
        ? `select place, ${columns}
           from json_to_recordset(?::json) as asked (place int, visitor text, since timestamptz, until timestamptz)
           cross join lateral (select * ${ofEach}) as found order by place, found.${order}`
        : `select place, ${columns}
           from (select value ->> 'place' as place, value ->> 'visitor' as visitor,
             value ->> 'since' as since, value ->> 'until' as until from json_each(?)) as asked
           cross join clicks as found on found.id in (select id ${ofEach})
           order by place, found.${order}`,
    values: [JSON.stringify(spans), id],
    read: (row) => ({ place: Number(row.place), click: plainOf(Click, row) }),
  }
}

/** The cookie days of the workspace or of a campaign, whichever are more. */
export async function longestCookie(workspace: Workspace) {
  const campaigns = await workspace
    .related('campaigns')
    .query()
    .whereNotNull('cookie_days')
    .select('cookie_days')
  return Math.max(workspace.cookieDays, ...campaigns.map(({ cookieDays }) => cookieDays!))
}
