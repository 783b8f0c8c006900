import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { system } from '#core/actor'
import { atomically } from '#core/atomically'
import { inChunks } from '#core/chunks'
import { clock } from '#core/clock'
import { record } from '#core/events'
import PaymentFile from '#models/payment_file'
import Workspace from '#models/workspace'
import { sum } from '#money/arithmetic'
import { fileFormats, fileOf, wayOf } from '#payouts/methods/index'
import { payables, paymentOf } from '#payouts/methods/payment'
import { endStep } from '#payouts/pieces'
import { lockRun } from '#payouts/totals'
import type PayoutRun from '#models/payout_run'
import type { FileFormat, Payer, WayName } from '#models/types'
import type { FileFacts, Payment } from '#payouts/methods/method'

/** Payouts whose way is decided in one transaction. */
const PIECE = 500

/**
 * Decides how each payout of an approved run goes out, and writes the files of those that go out in one. Each
 * payout is in one file, or goes through a provider: never both. Files follow from the run alone (its payouts, their
 * ids, its approval), never from the clock; what a crash left undone is gone on with.
 */
export async function writeFiles(run: PayoutRun) {
  await run.refresh()
  if (run.progressStep !== 'approving') return

  const workspace = await Workspace.findOrFail(run.workspaceId)
  while (await decideWays(run, workspace.payer));
  for (const format of fileFormats) while (await writeNext(run, workspace, format));
  await endStep(run, 'approving')
}

/** A file of these payments. The same payments give the same bytes. */
export function textOf(format: FileFormat, payments: Payment[], facts: FileFacts): string {
  return fileOf(format).write(payments, facts)
}

export function factsOf(run: PayoutRun, workspace: Workspace, part: number): FileFacts {
  const approvedAt = run.approvedAt!
  return {
    runId: run.id,
    part,
    currency: run.currency,
    approvedAt,
    approvedOn: approvedAt.setZone(workspace.timezone).toISODate()!,
    payer: workspace.payer,
  }
}

async function decideWays(run: PayoutRun, payer: Payer): Promise<boolean> {
  const payments = await nextOf(run, null, PIECE)
  const byWay = Map.groupBy(payments, (payment) => wayOf(payment, payer).name)
  await atomically(async () => {
    // What another worker has decided meanwhile may be in a file already.
    for (const [way, some] of byWay)
      await change(some, { sent_through: way }).whereNull('sent_through')
  })
  return payments.length === PIECE
}

/**
 * Writes one file of what is in none yet. Answers whether there may be more. How many there are is asked before
 * what is in none, so that a file of another worker meanwhile is seen either way.
 */
async function writeNext(run: PayoutRun, workspace: Workspace, format: FileFormat) {
  const known = await PaymentFile.query().where({ run_id: run.id, format }).select('id')
  const payments = await nextOf(run, format, fileOf(format).rowsAtMost)
  if (payments.length === 0) return false

  const part = known.length + 1
  await keep(
    run,
    payments,
    { format, part },
    textOf(format, payments, factsOf(run, workspace, part))
  )
  return true
}

async function keep(
  run: PayoutRun,
  payments: Payment[],
  { format, part }: { format: FileFormat; part: number },
  text: string
) {
  const checksum = createHash('sha256').update(text).digest('hex')
  const content = PaymentFile.seal(text)
  await atomically(async () => {
    await lockRun(run.id)
    const written = await PaymentFile.query().where({ run_id: run.id, format, part }).first()
    if (written) return // by another worker, meanwhile

    const file = await PaymentFile.create({
      workspaceId: run.workspaceId,
      runId: run.id,
      format,
      part,
      parts: part,
      rows: payments.length,
      amount: sum(payments.map(({ amount }) => amount)),
      currency: run.currency,
      checksum,
      content,
    })
    await PaymentFile.query().where({ run_id: run.id, format }).update({ parts: part })
    await inChunks(payments, 1_000, (some) => change(some, { file_id: file.id }))
    await record(run, {
      type: 'payout_run.file_written',
      actor: system,
      data: { file_id: file.id, format, part, rows: file.rows, sha256: file.checksum },
    })
  })
}

/** What is to go out this way and is in no file yet; null for what no way is decided for. */
async function nextOf(run: PayoutRun, way: WayName | null, most: number): Promise<Payment[]> {
  const next = payables()
    .where({ 'payouts.run_id': run.id, 'payouts.state': 'approved' })
    .whereNull('payouts.file_id')
    .if(
      way,
      (query) => query.where('payouts.sent_through', way!),
      (query) => query.whereNull('payouts.sent_through')
    )
  return (await next.limit(most)).map(paymentOf)
}

function change(payments: Payment[], columns: Record<string, unknown>) {
  const ids = payments.map(({ id }) => id)
  return db
    .from('payouts')
    .whereIn('id', ids)
    .update({ ...columns, updated_at: clock.now().toJSDate() })
}
