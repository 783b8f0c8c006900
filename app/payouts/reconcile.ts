import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { atomically } from '#core/atomically'
import { inChunks } from '#core/chunks'
import { clock } from '#core/clock'
import { record } from '#core/events'
import { newId } from '#core/ids'
import { insertAll } from '#core/write_rows'
import { oneByOne } from '#core/one_by_one'
import { InvalidFieldsException, InvalidTransitionException } from '#exceptions/errors'
import PaymentFile from '#models/payment_file'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import Reconciliation from '#models/reconciliation'
import ReconciliationLine from '#models/reconciliation_line'
import { MalformedFile } from '#payouts/results/malformed'
import { readResults } from '#payouts/results/read'
import { sum } from '#money/arithmetic'
import { WISE_REFERENCE } from '#payouts/methods/wise/file'
import { tell } from '#payouts/tell'
import { hurry } from '#queue/queue'
import type { Actor } from '#core/actor'
import type { LineResult } from '#models/types'
import type { ResultFile, ResultLine, WholeFile } from '#payouts/results/line'

/** Lines up to which the work is done in the request itself; beyond that a job goes on. */
const IN_REQUEST = 100

/** Results by which a payout's state changed, and those that a person must look at. */
export const CHANGES: LineResult[] = ['paid', 'failed', 'returned']
export const UNMATCHED: LineResult[] = [
  'unknown_id',
  'other_run',
  'other_amount',
  'other_currency',
  'already_final',
  'contradiction',
  'unclear',
  'unreadable',
]

/**
 * Holds a result file against a run: each line sets one payout's outcome, in a transaction of its own. The same file
 * again changes nothing. The file itself is not kept.
 *
 * @throws InvalidFieldsException for what is no such file, naming the line; nothing is changed then
 * @throws InvalidTransitionException for a run of which nothing can be on its way
 */
export async function reconcile(run: PayoutRun, text: string, actor: Actor) {
  if (!run.approvedAt || run.state === 'canceled')
    throw new InvalidTransitionException(
      `This run is ${run.state.replace('_', ' ')}: nothing of it is on its way.`,
      { state: run.state }
    )
  const { format, lines, files } = read(text, run.currency)
  const said = [...(await withWholeIds(run, lines)), ...(await linesOf(run, files))]
  const reconciliation = await atomically(async () => {
    const made = await Reconciliation.create({
      workspaceId: run.workspaceId,
      runId: run.id,
      format,
      state: 'working',
      actorKind: actor.kind,
      actorId: actor.id,
      checksum: createHash('sha256').update(text).digest('hex'),
      linesCount: said.length,
      changedCount: 0,
      unmatchedCount: 0,
    })
    await inChunks(said, 500, (chunk) =>
      insertAll(
        'reconciliation_lines',
        chunk.map((line) => rowOf(made, line))
      )
    )
    return made
  })
  if (said.length <= IN_REQUEST) await work(reconciliation)
  else {
    const { default: ReconcileJob } = await import('#jobs/reconcile_job')
    await hurry(ReconcileJob, {})
  }
  return reconciliation
}

/** Goes on with every file that is not worked through. */
export async function continueReconciliations(): Promise<{ continued: number }> {
  const open = await Reconciliation.query().where('state', 'working').orderBy('id')
  await oneByOne(open, work)
  return { continued: open.length }
}

function read(text: string, currency: string): ResultFile {
  try {
    return readResults(text, currency)
  } catch (error) {
    if (error instanceof MalformedFile)
      throw InvalidFieldsException.on('content', 'malformed', error.message)
    throw error
  }
}

/** Wise carries the end of a payout's id alone: it is that of the one payout of the run that ends so. */
async function withWholeIds(run: PayoutRun, lines: ResultLine[]): Promise<ResultLine[]> {
  const isEnd = ({ payoutId }: ResultLine) => payoutId.length === WISE_REFERENCE
  if (!lines.some(isEnd)) return lines
  const payouts: { id: string }[] = await db.from('payouts').where('run_id', run.id).select('id')
  const ids = new Map(payouts.map(({ id }) => [id.slice(-WISE_REFERENCE), id]))
  return lines.map((line) => ({
    ...line,
    payoutId: ids.get(line.payoutId.toLowerCase()) ?? line.payoutId,
  }))
}

/** What is said of a whole file of ours holds for each payout in it. */
async function linesOf(run: PayoutRun, files: WholeFile[]): Promise<ResultLine[]> {
  const lines: ResultLine[] = []
  for (const { messageId, ...told } of files) {
    const part = Number(messageId.match(/-(\d{1,4})$/)?.[1])
    const isOurs = messageId === `${run.id.replaceAll('_', '-')}-${part}`
    const file = isOurs ? await PaymentFile.findBy({ run_id: run.id, format: 'sepa', part }) : null
    const payouts = file
      ? await Payout.query().where({ run_id: run.id, file_id: file.id }).orderBy('id').select('id')
      : [{ id: messageId.slice(0, 40) }]
    lines.push(...payouts.map(({ id }) => ({ ...told, payoutId: id })))
  }
  return lines
}

function rowOf({ id, workspaceId }: Reconciliation, said: ResultLine) {
  const paidAt = DateTime.fromISO(said.paidAt?.replace(' ', 'T') ?? '', { zone: 'utc' })
  const now = clock.now().toJSDate()
  return {
    id: newId('recl'),
    workspace_id: workspaceId,
    reconciliation_id: id,
    line: said.line,
    payout_id: said.payoutId,
    outcome: said.outcome,
    status: said.status,
    reason: said.problem ?? said.reason ?? null,
    reference: said.reference ?? null,
    amount: said.amount ?? null,
    currency: said.currency ?? null,
    paid_at: paidAt.isValid ? paidAt.toJSDate() : null,
    result: said.problem ? 'unreadable' : null,
    created_at: now,
    updated_at: now,
  }
}

async function work(reconciliation: Reconciliation) {
  const run = await PayoutRun.findOrFail(reconciliation.runId)
  const actor = { kind: reconciliation.actorKind, id: reconciliation.actorId } as Actor
  const waiting = await reconciliation.related('lines').query().whereNull('result').orderBy('id')
  for (const line of waiting) {
    await atomically(async () => {
      const result = await resultOf(line, run, actor)
      // What another worker has noted meanwhile is what came of it.
      const stillWaiting = ReconciliationLine.query().where('id', line.id).whereNull('result')
      await stillWaiting.update({ result, updated_at: clock.now().toJSDate() })
    })
  }
  await finish(reconciliation, run, actor)
}

async function resultOf(
  line: ReconciliationLine,
  run: PayoutRun,
  actor: Actor
): Promise<LineResult> {
  const { id, workspaceId } = run
  const payout = await Payout.query()
    .where({ workspace_id: workspaceId, id: line.payoutId })
    .first()
  if (!payout) return 'unknown_id'
  if (payout.runId !== id) return 'other_run'
  const { outcome, status, reason, reference, amount, currency } = line
  const paidAt = line.paidAt?.toISO()
  return tell(payout, { outcome, status, reason, reference, amount, currency, paidAt }, actor)
}

/** How many of a file's lines came to what. */
export async function countsOf({ id }: Reconciliation): Promise<Map<LineResult | null, number>> {
  const rows: { result: LineResult | null; count: number }[] = await db
    .from('reconciliation_lines')
    .where('reconciliation_id', id)
    .groupBy('result')
    .select('result')
    .count('* as count')
  return new Map(rows.map(({ result, count }) => [result, Number(count)]))
}

/** Two workers may have come to the end: one of them says so. */
async function finish(reconciliation: Reconciliation, run: PayoutRun, actor: Actor) {
  const counts = await countsOf(reconciliation)
  const count = (results: LineResult[]) => sum(results.map((result) => counts.get(result) ?? 0))
  const figures = { changed_count: count(CHANGES), unmatched_count: count(UNMATCHED) }
  await atomically(async () => {
    const [ended] = await Reconciliation.query()
      .where({ id: reconciliation.id, state: 'working' })
      .update({ ...figures, state: 'done' })
    if (Number(ended) === 0) return
    await record(run, {
      type: 'payout_run.reconciled',
      actor,
      data: { reconciliation_id: reconciliation.id, lines: reconciliation.linesCount, ...figures },
    })
  })
  await reconciliation.refresh()
}
