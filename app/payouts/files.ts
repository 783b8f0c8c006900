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
import type { FileFacts } from '#payouts/methods/method'

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

/** A file of these payouts, whose affiliates are loaded. The same payouts give the same bytes. */
export function textOf(format: FileFormat, payouts: Payout[], facts: FileFacts): string {
  return fileOf(format).write(payouts.map(paymentOf), facts)
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
  const payouts = await approvedOf(run).whereNull('sent_through').limit(PIECE)
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
  const payouts = await approvedOf(run)
    .where('sent_through', format)
    .whereNull('file_id')
    .limit(fileOf(format).rowsAtMost)
  if (payouts.length === 0) return false

  const part = known.length + 1
  await keep(run, payouts, { format, part }, textOf(format, payouts, factsOf(run, workspace, part)))
  return true
}

async function keep(
  run: PayoutRun,
  payouts: Payout[],
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
      rows: payouts.length,
      amount: sum(payouts.map(({ amount }) => amount)),
      currency: run.currency,
      checksum,
      content,
    })
    await PaymentFile.query().where({ run_id: run.id, format }).update({ parts: part })
    await inChunks(
      payouts.map(({ id }) => id),
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

function approvedOf(run: PayoutRun) {
  return Payout.query()
    .where({ run_id: run.id, state: 'approved' })
    .preload('affiliate')
    .orderBy('id')
}

function change(ids: string[], columns: Record<string, unknown>) {
  return Payout.query()
    .whereIn('id', ids)
    .update({ ...columns, updated_at: clock.now().toJSDate() })
}
