import db from '@adonisjs/lucid/services/db'

/** The marks of payouts, looked up as plainly as can be: each by its own rows, as they are now. */

const paidBefore = `from payouts earlier
  where earlier.affiliate_id = payouts.affiliate_id and earlier.run_id < payouts.run_id and earlier.state = 'paid'`

const conditions = {
  first: `not exists (select 1 ${paidBefore})`,

  changed: `exists (select 1 ${paidBefore}) and not exists (
    select 1 ${paidBefore} and earlier.approved_at >= (
      select coalesce(max(changed_at), earlier.approved_at) from payout_methods where affiliate_id = payouts.affiliate_id
    ))`,

  jump: `payouts.amount >= 3 * (
    select earlier.amount ${paidBefore} and earlier.currency = payouts.currency order by earlier.run_id desc limit 1)`,

  negative: `exists (
    select 1 from payout_lines where payout_id = payouts.id and amount < 0 and released_at is null)`,
}

/** What is noted with a payout, where it must be what holds now. */
export class Marks {
  #seen = new Map<string, string>()

  /**
   * The payouts with other marks than they must have: those that hold now while their run is not approved, and after
   * that those that held then.
   */
  async astray(workspaceId: string) {
    const rows = await db
      .from('payouts')
      .join('payout_runs', 'payout_runs.id', 'payouts.run_id')
      .where('payouts.workspace_id', workspaceId)
      .orderBy('payouts.id')
      .select('payouts.id', 'payouts.state', 'payouts.marks as noted')
      .select('payout_runs.state as run_state')
      .select(
        Object.entries(conditions).map(([mark, condition]) =>
          db.raw(`case when ${condition} then 1 else 0 end as ${mark}`)
        )
      )
    return rows.filter((row) => {
      const holds = Object.keys(conditions).filter((mark) => row[mark] === 1)
      const isOpen = row.state === 'awaiting_approval' && row.run_state === 'awaiting_approval'
      if (isOpen) this.#seen.set(row.id, JSON.stringify(holds))
      return row.noted !== (this.#seen.get(row.id) ?? row.noted)
    })
  }
}
