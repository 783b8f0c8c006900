import { createHash } from 'node:crypto'
import { system } from '#core/actor'
import { atomically } from '#core/atomically'
import { inChunks } from '#core/chunks'
import { clock } from '#core/clock'
import { record } from '#core/events'
import PaymentFile from '#models/payment_file'
import Payout from '#models/payout'
import Workspace from '#models/workspace'
import { sum } from '#money/arithmetic'
import { fileFormats, fileOf, wayOf } from '#payouts/methods/index'
import { paymentOf } from '#payouts/methods/payment'
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
  const payouts = await nextOf(run, null).limit(PIECE)
  const idsBy = new Map<WayName, string[]>()
  for (const payout of payouts) {
    const { name } = wayOf(paymentOf(payout), payer)
    idsBy.set(name, [...(idsBy.get(name) ?? []), payout.id])
  }
  await atomically(async () => {
    // What another worker has decided meanwhile may be in a file already.
    for (const [way, ids] of idsBy)
      await change(ids, { sent_through: way }).whereNull('sent_through')
  })
  return payouts.length === PIECE
}

/**
 * Writes one file of what is in none yet. Answers whether there may be more. How many there are is asked before
 * what is in none, so that a file of another worker meanwhile is seen either way.
 */
async function writeNext(run: PayoutRun, workspace: Workspace, format: FileFormat) {
  const known = await PaymentFile.query().where({ run_id: run.id, format }).select('id')
  const payments = await nextPayments(run, format)
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

/** Read piece by piece: loading the affiliates of thousands of payouts at once takes the square of them. */
async function nextPayments(run: PayoutRun, format: FileFormat): Promise<Payment[]> {
  const { rowsAtMost } = fileOf(format)
  const payments: Payment[] = []
  for (;;) {
    const limit = Math.min(PIECE, rowsAtMost - payments.length)
    const after = payments.at(-1)?.id ?? ''
    const piece = limit > 0 ? await nextOf(run, format).where('id', '>', after).limit(limit) : []
    payments.push(...piece.map(paymentOf))
    if (piece.length < PIECE) return payments
  }
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
    await inChunks(
      payments.map(({ id }) => id),
      1_000,
      (ids) => change(ids, { file_id: file.id })
    )
    await record(run, {
      type: 'payout_run.file_written',
      actor: system,
      data: { file_id: file.id, format, part, rows: file.rows, sha256: file.checksum },
    })
  })
}

/** What is to go out this way and is in no file yet; null for what no way is decided for. */
function nextOf(run: PayoutRun, way: WayName | null) {
  const query = Payout.query().where({ run_id: run.id, state: 'approved' }).whereNull('file_id')
  return (way === null ? query.whereNull('sent_through') : query.where('sent_through', way))
    .preload('affiliate')
    .orderBy('id')
}

function change(ids: string[], columns: Record<string, unknown>) {
  return Payout.query()
    .whereIn('id', ids)
    .update({ ...columns, updated_at: clock.now().toJSDate() })
}
