import db from '@adonisjs/lucid/services/db'
import { sentences, type Check, type Look, type Within } from '#ledger/checks/check'

/** Every table with a state machine. */
const STATEFUL = [
  'affiliates',
  'api_keys',
  'campaigns',
  'commissions',
  'enrollments',
  'payout_runs',
  'payouts',
  'referrals',
  'refunds',
] as const

/** 5. Every state is the last that its events tell, and each subject's events count 1, 2, 3. */
export const states: Check = {
  number: 5,
  name: 'every state is what its events tell',
  looks: [...STATEFUL.map(lastTold), { table: 'events', by: 'subject_id', broken: gaps }],
}

interface Told {
  id: string
  state: string
  told: string | null
}

function lastTold(table: (typeof STATEFUL)[number]): Look {
  const broken = async (within: Within) => {
    const last = `(select to_state from events where events.subject_id = ${table}.id and to_state is not null
      order by subject_seq desc limit 1)`
    const rows: Told[] = await within(db.from(table))
      .whereRaw(`${last} is distinct from ${table}.state`)
      .select('id', 'state', db.raw(`${last} as told`))
    const wrong = table === 'commissions' ? rows.filter((row) => !toldByItsPayout(row)) : rows
    return sentences(wrong, ({ state, told }) =>
      told === null
        ? `is ${state}, but no event tells of it`
        : `is ${state}, but its events say ${told}`
    )
  }
  return { table, broken }
}

/** A commission's own events end with due; its claim, processing and payment are events of its payout. */
function toldByItsPayout({ state, told }: Told) {
  return told === 'due' && (state === 'processing' || state === 'paid')
}

async function gaps(within: Within) {
  const rows: { id: string; count: number; first: number; last: number }[] = await within(
    db.from('events')
  )
    .groupBy('events.subject_id')
    .havingRaw('count(*) <> max(subject_seq) or min(subject_seq) <> 1')
    .select('events.subject_id as id')
    .select(db.raw('count(*) as count, min(subject_seq) as first, max(subject_seq) as last'))
  return sentences(
    rows,
    ({ count, first, last }) => `has ${count} events, numbered ${first} to ${last}`
  )
}
