import db from '@adonisjs/lucid/services/db'
import { IANAZone, type DateTime } from 'luxon'
import { atomically } from '#core/atomically'
import { firstInstantOf } from '#payouts/schedule'

const KEY = 'workspace_id, day, currency, campaign_id, affiliate_id, link_id'
const SUMS = 'conversions, sold, refunded, commissions, payouts'

/** Conversions stand on the day they occurred, with what was given back of them since, whenever that was. */
const conversions = `
  select coalesce(currency, '') as currency, coalesce(campaign_id, '') as campaign_id,
    coalesce(affiliate_id, '') as affiliate_id, coalesce(link_id, '') as link_id,
    1 as conversions, amount as sold, refunded_amount as refunded, 0 as commissions, 0 as payouts
  from conversions where workspace_id = ? and occurred_at >= ? and occurred_at < ?`

/** Commissions stand on the day they were recorded, and reversals on theirs; a voided one never was. */
const commissions = `
  select currency, coalesce(campaign_id, ''), affiliate_id, coalesce(link_id, ''), 0, 0, 0, amount, 0
  from commissions where workspace_id = ? and created_at >= ? and created_at < ? and state <> 'voided'`

/** Payouts stand on the day they were paid, by what they paid for; one that came back never was. */
const payouts = `
  select commissions.currency, coalesce(commissions.campaign_id, ''), commissions.affiliate_id,
    coalesce(commissions.link_id, ''), 0, 0, 0, 0, payout_lines.amount
  from payouts
  join payout_lines on payout_lines.payout_id = payouts.id and payout_lines.released_at is null
  join commissions on commissions.id = payout_lines.commission_id
  where payouts.workspace_id = ? and payouts.paid_at >= ? and payouts.paid_at < ? and payouts.state = 'paid'`

/** Counts one day of a workspace's calendar anew, whole. */
export async function countDay(workspaceId: string, zone: string, day: DateTime) {
  const [begin, end] = [day, day.plus({ days: 1 })].map((midnight) =>
    firstInstantOf(midnight, IANAZone.create(zone)).toJSDate()
  )
  const within = [workspaceId, begin, end]
  const name = day.toISODate()!
  const again = SUMS.split(', ').map((sum) => `${sum} = excluded.${sum}`)

  await atomically(async () => {
    await db.from('daily_sums').where({ workspace_id: workspaceId, day: name }).delete()
    await db.rawQuery(
      `insert into daily_sums (${KEY}, ${SUMS})
       select ?, ?, currency, campaign_id, affiliate_id, link_id,
         ${SUMS.split(', ')
           .map((sum) => `sum(${sum})`)
           .join(', ')}
       from (${conversions} union all ${commissions} union all ${payouts}) as counted
       where true group by currency, campaign_id, affiliate_id, link_id
       on conflict (${KEY}) do update set ${again.join(', ')}`,
      [workspaceId, name, ...within, ...within, ...within]
    )
  })
}
