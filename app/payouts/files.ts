import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { system } from '#core/actor'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { record } from '#core/events'
import { idOf } from '#core/ids'
import PaymentFile from '#models/payment_file'
import Workspace from '#models/workspace'
import { sum } from '#money/arithmetic'
import { fileFormats, fileOf, wayOf } from '#payouts/methods/index'
import { payables, paymentOf } from '#payouts/methods/payment'
import { endStep } from '#payouts/pieces'
import { lockRun } from '#payouts/totals'
import type PayoutRun from '#models/payout_run'
import type { FileFormat, Payer } from '#models/types'
import type { FileFacts, Payment } from '#payouts/methods/method'

/** Payouts whose way is decided in one transaction, or that are put into a file. */
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
  const undecided = payables()
    .where({ 'payouts.run_id': run.id, 'payouts.state': 'approved' })
    .whereNull('payouts.file_id')
    .whereNull('payouts.sent_through')
  const payments = (await undecided.limit(PIECE)).map(paymentOf)
  const byWay = Map.groupBy(payments, (payment) => wayOf(payment, payer).name)
  await atomically(async () => {
    // What another worker has decided meanwhile may be in a file already.
    for (const [way, some] of byWay)
      await change(some, { sent_through: way }).whereNull('sent_through')
  })
  return payments.length === PIECE
}

/** Writes one file of what is in none yet. Answers whether there may be more. */
async function writeNext(run: PayoutRun, workspace: Workspace, format: FileFormat) {
  const part = (await filesOf(run, format)) + 1
  const id = idOf('file', run.id, format, part)
  while (await fillPiece(run, format, part));

  const payments = (
    await payables().where({
      'payouts.run_id': run.id,
      'payouts.sent_through': format,
      'payouts.file_id': id,
      'payouts.state': 'approved',
    })
  ).map(paymentOf)
  if (payments.length === 0) return false

  const text = textOf(format, payments, factsOf(run, workspace, part))
  await keep(run, payments, { id, format, part }, text)
  return true
}

/**
 * Puts the next payouts into a file that is not written yet, as many as one transaction should hold. Its id follows
 * from what it is: whoever goes on after a crash, or works beside, fills the same one.
 */
async function fillPiece(run: PayoutRun, format: FileFormat, part: number): Promise<boolean> {
  return atomically(async () => {
    await lockRun(run.id)
    if ((await filesOf(run, format)) >= part) return false // by another worker, meanwhile

    const fileId = idOf('file', run.id, format, part)
    const filled = await inFile(run, format, fileId).count('* as rows')
    const room = fileOf(format).rowsAtMost - Number(filled[0].rows)
    const next: { id: string }[] = await inFile(run, format, null)
      .where('state', 'approved')
      .orderBy('id')
      .limit(Math.min(PIECE, room))
      .select('id')
    if (next.length > 0) await change(next, { file_id: fileId })
    return next.length === PIECE
  })
}

async function keep(
  run: PayoutRun,
  payments: Payment[],
  { id, format, part }: { id: string; format: FileFormat; part: number },
  text: string
) {
  const checksum = createHash('sha256').update(text).digest('hex')
  const content = PaymentFile.seal(text)
  await atomically(async () => {
    await lockRun(run.id)
    if ((await filesOf(run, format)) >= part) return // by another worker, meanwhile
    const still = await inFile(run, format, id).where('state', 'approved').count('* as rows')
    if (Number(still[0].rows) !== payments.length) return // one failed meanwhile: it is written anew

    const file = await PaymentFile.create({
      id,
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
    await record(run, {
      type: 'payout_run.file_written',
      actor: system,
      data: { file_id: id, format, part, rows: file.rows, sha256: file.checksum },
    })
  })
}

/** The payouts of a file, written or not; null for what is in none yet. */
function inFile(run: PayoutRun, format: FileFormat, id: string | null) {
  return db.from('payouts').where({ run_id: run.id, sent_through: format, file_id: id })
}

async function filesOf(run: PayoutRun, format: FileFormat): Promise<number> {
  const files = await PaymentFile.query().where({ run_id: run.id, format }).select('id')
  return files.length
}

function change(payouts: { id: string }[], columns: Record<string, unknown>) {
  const ids = payouts.map(({ id }) => id)
  return db
    .from('payouts')
    .whereIn('id', ids)
    .update({ ...columns, updated_at: clock.now().toJSDate() })
}
