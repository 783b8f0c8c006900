import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { stringify } from 'csv-stringify/sync'
import { system } from '#core/actor'
import { atomically } from '#core/atomically'
import { record } from '#core/events'
import PaymentFile from '#models/payment_file'
import Payout from '#models/payout'
import type PayoutRun from '#models/payout_run'
import { sum } from '#money/arithmetic'
import { formatDecimal } from '#money/format'
import { lockRun } from '#payouts/totals'

/** A row limit that every receiver takes. */
const ROWS = 5_000

/**
 * Writes an approved run's payment files, once. They follow from the run alone (its payouts, their ids, its
 * approval), never from the clock, so that writing them again gives the same bytes.
 */
export async function writeFiles(run: PayoutRun) {
  await atomically(async () => {
    await lockRun(run.id)
    await run.refresh()
    if (run.progressStep !== 'approving') return

    const ids = await approvedIds(run)
    const parts = Math.max(1, Math.ceil(ids.length / ROWS))
    for (let part = 1; part <= parts; part++) {
      const some = ids.slice((part - 1) * ROWS, part * ROWS)
      await writePart(
        run,
        await Payout.query().whereIn('id', some).preload('affiliate').orderBy('id'),
        part,
        parts
      )
    }
    await run.merge({ progressStep: null, progressCursor: null }).save()
  })
}

async function approvedIds(run: PayoutRun): Promise<string[]> {
  const rows = await db
    .from('payouts')
    .where({ run_id: run.id, state: 'approved' })
    .orderBy('id')
    .select('id')
  return rows.map(({ id }) => id)
}

async function writePart(run: PayoutRun, payouts: Payout[], part: number, parts: number) {
  const text = genericCsv(payouts)
  const file = await PaymentFile.create({
    workspaceId: run.workspaceId,
    runId: run.id,
    format: 'csv',
    part,
    parts,
    rows: payouts.length,
    amount: sum(payouts.map(({ amount }) => amount)),
    currency: run.currency,
    checksum: createHash('sha256').update(text).digest('hex'),
    content: PaymentFile.seal(text),
  })
  await record(run, {
    type: 'payout_run.file_written',
    actor: system,
    data: {
      file_id: file.id,
      format: file.format,
      part,
      parts,
      rows: file.rows,
      sha256: file.checksum,
    },
  })
}

/** One line a payout: who, how much, by which method, and the id that the bank's statement should carry. */
export function genericCsv(payouts: Payout[]): string {
  return stringify(
    payouts.map((payout) => ({
      payout_id: payout.id,
      affiliate_id: payout.affiliateId,
      name: safeCell(payout.affiliate.displayName),
      email: safeCell(payout.affiliate.email),
      amount: formatDecimal(payout.amount, payout.currency),
      currency: payout.currency,
      method: payout.method,
    })),
    { header: true, record_delimiter: '\r\n' }
  )
}

/** A spreadsheet would run a cell that starts like a formula. */
export function safeCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
