import db from '@adonisjs/lucid/services/db'
import { sentences, type Check, type Look, type Within } from '#ledger/checks/check'

/** Which rows refer to which rows of their own workspace. */
const REFERENCES: Record<string, Record<string, string>> = {
  enrollments: { affiliate_id: 'affiliates', campaign_id: 'campaigns' },
  links: { affiliate_id: 'affiliates', campaign_id: 'campaigns' },
  coupons: { affiliate_id: 'affiliates', campaign_id: 'campaigns' },
  payout_methods: { affiliate_id: 'affiliates' },
  referrals: {
    affiliate_id: 'affiliates',
    campaign_id: 'campaigns',
    link_id: 'links',
    coupon_id: 'coupons',
  },
  conversions: { referral_id: 'referrals', affiliate_id: 'affiliates', campaign_id: 'campaigns' },
  refunds: { conversion_id: 'conversions' },
  commissions: {
    affiliate_id: 'affiliates',
    campaign_id: 'campaigns',
    conversion_id: 'conversions',
    referral_id: 'referrals',
    payout_id: 'payouts',
  },
  payouts: { run_id: 'payout_runs', affiliate_id: 'affiliates' },
  payout_lines: { payout_id: 'payouts', commission_id: 'commissions' },
  left_outs: { run_id: 'payout_runs', affiliate_id: 'affiliates' },
  approvals: { run_id: 'payout_runs' },
  payment_files: { run_id: 'payout_runs' },
}

/** 6. A name names one thing, and nothing reaches into another workspace. */
export const oneOfEach: Check = {
  number: 6,
  name: 'names name one thing each, within one workspace',
  looks: [
    sameName('conversions'),
    sameName('refunds'),
    { table: 'idempotency_keys', by: 'credential', ofAll: true, broken: sameKey },
    ...Object.keys(REFERENCES)
      .filter((table) => table !== 'referrals')
      .map(strangers),
    { ...strangers('referrals'), beyondExport: true },
  ],
}

function sameName(table: 'conversions' | 'refunds'): Look {
  const broken = async (within: Within) => {
    const rows: { id: string; other: string; external_id: string }[] = await within(db.from(table))
      .join(`${table} as others`, (join) =>
        join
          .on('others.workspace_id', `${table}.workspace_id`)
          .andOn('others.external_id', `${table}.external_id`)
      )
      .whereColumn('others.id', '<', `${table}.id`)
      .select(`${table}.id`, 'others.id as other', `${table}.external_id`)
    return sentences(
      rows,
      ({ other, external_id: name }) => `has the external_id "${name}" of ${other}`
    )
  }
  return { table, broken }
}

async function sameKey(within: Within) {
  const rows: { id: string; count: number }[] = await within(db.from('idempotency_keys'))
    .groupBy('credential', 'idempotency_keys.key')
    .havingRaw('count(*) > 1')
    .select('idempotency_keys.key as id')
    .count('* as count')
  return sentences(rows, ({ count }) => `is the idempotency key of ${count} answers`)
}

function strangers(table: string): Look {
  const references = Object.entries(REFERENCES[table])
  const broken = async (within: Within) => {
    const query = within(db.from(table)).select(`${table}.id`)
    for (const [column, other] of references)
      query.leftJoin(`${other} as of_${column}`, `of_${column}.id`, `${table}.${column}`)
    const strange = references.map(
      ([column]) => `of_${column}.workspace_id <> ${table}.workspace_id`
    )
    const lost = references.map(
      ([column]) => `(${table}.${column} is not null and of_${column}.id is null)`
    )

    const rows: { id: string }[] = await query.whereRaw(`(${[...strange, ...lost].join(' or ')})`)
    return sentences(
      rows,
      () =>
        `refers to a row of another workspace, or to none, by ${references.map(([column]) => column).join(', ')}`
    )
  }
  return { table, broken }
}
