import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import { sentences, type Check, type Within } from '#ledger/checks/check'

/** 8. Nothing waits for ever: the jobs do their work. */
export const nothingWaits: Check = {
  number: 8,
  name: 'nothing waits for ever',
  warns: true,
  looks: [
    { table: 'commissions', broken: lateToMature },
    { table: 'payout_runs', broken: halfBuilt },
    { table: 'refunds', broken: withoutSale },
  ],
}

async function lateToMature(within: Within) {
  const rows: { id: string; due_at: string }[] = await within(db.from('commissions'))
    .where('state', 'pending')
    .where('due_at', '<', clock.now().minus({ hours: 1 }).toJSDate())
    .select('id', 'due_at')
  return sentences(
    rows,
    ({ due_at: at }) => `is pending, but was to be due at ${at}: does the worker run?`
  )
}

async function halfBuilt(within: Within) {
  const rows: { id: string; progress_step: string | null }[] = await within(db.from('payout_runs'))
    .where((query) => query.where('state', 'draft').orWhereNotNull('progress_step'))
    .where('updated_at', '<', clock.now().minus({ hours: 1 }).toJSDate())
    .select('id', 'progress_step')
  return sentences(
    rows,
    ({ progress_step: step }) =>
      `has been ${step ?? 'a draft'} for more than an hour: does the worker run?`
  )
}

async function withoutSale(within: Within) {
  const rows: { id: string; created_at: string }[] = await within(db.from('refunds'))
    .where('state', 'waiting')
    .where('created_at', '<', clock.now().minus({ days: 30 }).toJSDate())
    .select('id', 'created_at')
  return sentences(rows, ({ created_at: at }) => `has waited for its sale since ${at}`)
}
