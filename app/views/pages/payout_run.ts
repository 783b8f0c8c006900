import db from '@adonisjs/lucid/services/db'
import { atOnce } from '#core/at_once'
import { may, type Caller } from '#http/caller'
import { Refusal } from '#exceptions/errors'
import Affiliate from '#models/affiliate'
import ApiKey from '#models/api_key'
import Approval from '#models/approval'
import Payout from '#models/payout'
import { eachOnce } from '#models/payout_line'
import ProviderBatch from '#models/provider_batch'
import User from '#models/user'
import { minorUnits, sum } from '#money/arithmetic'
import { claimable } from '#payouts/claim'
import { limitAsksForTwo, refuseApprover } from '#payouts/policy'
import { previewSums } from '#payouts/preview_sums'
import { lastRunOf } from '#views/pages/last_run'
import { linkedFilters, wordsFilter } from '#views/pages/filters'
import { isMark, takenBack } from '#views/pages/run_marks'
import { lastPaid, payoutsOf, reviewOf, type Review } from '#views/pages/run_review'
import { nextOf, stepsOf } from '#views/pages/run_words'
import { timelineOf } from '#views/pages/timeline'
import type PayoutRun from '#models/payout_run'
import type Workspace from '#models/workspace'
import type { ChainableContract } from '@adonisjs/lucid/types/querybuilder'
import type { DateTime } from 'luxon'

/** Payouts on one page of a run, and of those it leaves out. */
const PAGE = 50

/** Payouts that can be picked out one by one when the rest is marked paid. */
const EXCEPTIONS = 500

type Asked = Record<string, unknown>

/** What the list of runs can be filtered by. */
export async function runsPage(workspace: Workspace, asked: Asked) {
  return {
    filters: [
      wordsFilter('trigger', 'Opened by', ['schedule', 'hand']),
      ...(await linkedFilters(workspace, asked, { currency: 'Currency' })),
    ],
  }
}

/** The form to open runs by hand shows what they would be. */
export async function newRunPage(workspace: Workspace) {
  const previews = await previewSums(workspace, PAGE)
  const ids = previews.flatMap(({ left_out: rows }) => rows.map((row) => row.affiliate_id))
  const affiliates = await Affiliate.query().whereIn('id', [...new Set(ids)])
  return { previews, names: namesById(affiliates) }
}

/** The review page: whether this money is right, and may go out. */
export async function runPage(run: PayoutRun, workspace: Workspace, caller: Caller, asked: Asked) {
  const { review, approval, page, last, ...others } = await atOnce({
    review: () => reviewOf(run),
    approval: () => approvalOf(run, workspace, caller),
    page: () => pageOfPayouts(run, asked),
    leftOuts: () => leftOutsOf(run),
    batches: async () => ProviderBatch.query().where('run_id', run.id).orderBy('id'),
    files: async () => run.related('files').query().orderBy('format').orderBy('part'),
    results: async () => run.related('reconciliations').query().orderBy('id', 'desc').limit(PAGE),
    last: () => lastRunOf(run),
    openedBy: () => nameOf(run.openedById),
    timeline: () => timelineOf(run.id),
  })
  return {
    workspace,
    review,
    approval,
    ...page,
    ...others,
    last: last && {
      run: last.run,
      added: counted(review) - last.both,
      gone: last.run.payoutsCount - last.both,
    },
    pagination: paginationOf(page, review),
    statementMonth: run.cutoff
      .minus({ milliseconds: 1 })
      .setZone(workspace.timezone)
      .toFormat('yyyy-MM'),
    progress: await progressOf(run, review),
    steps: stepsOf(run, approval),
    next: nextOf(run, review, approval),
  }
}

/** What the confirm pages of a run tell: what they are about, in figures. */
export async function runDeedPage(run: PayoutRun, workspace: Workspace, caller: Caller) {
  const review = await reviewOf(run)
  return { run, review, approval: await approvalOf(run, workspace, caller) }
}

/** Marking a run paid: what is still on its way, and may be picked out. */
export async function runPaymentPage(run: PayoutRun) {
  const open = Payout.query().where('run_id', run.id).whereIn('state', ['approved', 'processing'])
  const payouts = await open
    .preload('affiliate')
    .orderBy('amount', 'desc')
    .limit(EXCEPTIONS + 1)
  const { states } = await reviewOf(run)
  const figures = [states.approved, states.processing].filter((figure) => figure !== undefined)
  return {
    run,
    payouts: payouts.slice(0, EXCEPTIONS),
    more: payouts.length > EXCEPTIONS,
    open: {
      count: sum(figures.map(({ count }) => count)),
      amount: sum(figures.map(({ amount }) => amount)),
    },
  }
}

/** Who gave their yes, how many are needed, and whether this person may give theirs. */
export interface RunApproval {
  given: { name: string; at: DateTime }[]
  required: number
  missing: number
  byMe: boolean
  mayApprove: boolean
  /** Why this person may not, in a sentence. */
  refusal: string | null
}

async function approvalOf(
  run: PayoutRun,
  workspace: Workspace,
  caller: Caller
): Promise<RunApproval> {
  const rows = await Approval.query().where('run_id', run.id).preload('user').orderBy('id')
  const keys = await ApiKey.query().whereIn(
    'id',
    rows.flatMap(({ apiKeyId }) => apiKeyId ?? [])
  )
  const required =
    run.state === 'awaiting_approval' && (await limitAsksForTwo(run, workspace))
      ? 2
      : run.approvalsRequired
  const refusal = await refusalOf(run, caller)
  return {
    given: rows.map(({ user, apiKeyId, createdAt }) => ({
      name:
        user?.displayName ?? `key “${keys.find(({ id }) => id === apiKeyId)?.name ?? apiKeyId}”`,
      at: createdAt,
    })),
    required,
    missing: Math.max(0, required - rows.length),
    byMe: rows.some(({ userId }) => userId === caller.user?.id),
    mayApprove: refusal === null && run.state === 'awaiting_approval',
    refusal,
  }
}

/** Asks the policy itself, so that the page says what the approval would. */
async function refusalOf(run: PayoutRun, caller: Caller): Promise<string | null> {
  if (run.state !== 'awaiting_approval') return null
  if (!may(caller, 'v1.payouts.approve')) return 'Only an owner or admin may approve a run.'
  try {
    await refuseApprover(run, caller.actor)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

async function pageOfPayouts(run: PayoutRun, asked: Asked) {
  const mark = isMark(asked.show) ? asked.show : undefined
  const page = pageAsked(asked.page)
  const payouts = await payoutsOf(run, mark)
    .select('payouts.*', db.raw(`${takenBack} as taken_back`))
    .preload('affiliate')
    .withCount('lines', (lines) => linesOf(lines.as('lines_count')))
    .orderBy('amount', 'desc')
    .orderBy('id', 'desc')
    .offset((page - 1) * PAGE)
    .limit(PAGE)
  const last = await lastPaid(
    run,
    payouts.map(({ affiliateId }) => affiliateId)
  )
  return {
    mark,
    page,
    payouts: payouts.map((payout) => ({
      payout,
      lines: Number(payout.$extras.lines_count),
      takenBack: minorUnits(payout.$extras.taken_back),
      last: last.get(payout.affiliateId) ?? null,
    })),
  }
}

function paginationOf(
  { mark, page, payouts }: Awaited<ReturnType<typeof pageOfPayouts>>,
  review: Review
) {
  const total = mark ? review.marks[mark].count : counted(review)
  return {
    current_page: page,
    previous_page: page > 1 ? page - 1 : null,
    next_page: page * PAGE < total ? page + 1 : null,
    limit: PAGE,
    count: payouts.length,
    total_count: total,
  }
}

/** How many payouts count in a run. */
function counted({ methods }: Review) {
  return sum(methods.map(({ count }) => count))
}

/** The lines that a payout pays, or would have paid: those of one that failed were let go with it. */
function linesOf(lines: ChainableContract) {
  eachOnce(lines)
  lines.where((either) => {
    either
      .whereNull('payout_lines.released_at')
      .orWhereIn('payouts.state', ['failed', 'returned', 'canceled'])
  })
}

function pageAsked(value: unknown) {
  return typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1
}

/** Who is left out, the largest amounts first, with the payout that was excluded. */
async function leftOutsOf(run: PayoutRun) {
  const rows = await run
    .related('leftOuts')
    .query()
    .preload('affiliate')
    .orderBy('amount', 'desc')
    .limit(PAGE)
  const excluded = await Payout.query()
    .where({ run_id: run.id, state: 'canceled' })
    .whereIn(
      'affiliate_id',
      rows.map(({ affiliateId }) => affiliateId)
    )
  return rows.map((leftOut) => ({
    leftOut,
    payout: excluded.find(({ affiliateId }) => affiliateId === leftOut.affiliateId) ?? null,
  }))
}

/** Null for the schedule, which is nobody. */
async function nameOf(actorId: string): Promise<string | null> {
  const user = await User.find(actorId)
  const key = user ? null : await ApiKey.find(actorId)
  return user?.displayName ?? (key && `key “${key.name}”`)
}

const works: Record<string, string> = {
  building: 'Building payouts',
  approving: 'Freezing amounts and writing files',
  executing: 'Setting payouts on their way',
  paying: 'Marking payouts paid',
  canceling: 'Letting commissions go',
}

/** How far a job is with the run; null when none works on it. */
async function progressOf(run: PayoutRun, review: Review) {
  if (!run.progressStep) return null
  const { value, max } =
    run.progressStep === 'building' ? await builtOf(run, review) : doneOf(run.progressStep, review)
  return { label: works[run.progressStep] ?? 'Working', value, max }
}

function doneOf(step: string, { states }: Review) {
  const open: Record<string, (keyof Review['states'])[]> = {
    approving: ['awaiting_approval'],
    executing: ['approved'],
    paying: ['approved', 'processing'],
    canceling: ['awaiting_approval', 'approved'],
  }
  const all = sum(Object.values(states).map(({ count }) => count))
  const left = sum((open[step] ?? []).map((each) => states[each]?.count ?? 0))
  return { value: all - left, max: all }
}

async function builtOf(run: PayoutRun, { states, leftOut }: Review) {
  const done = sum([...Object.values(states), ...leftOut].map(({ count }) => count))
  const row = await claimable(run)
    .if(run.progressCursor, (query) => query.where('affiliate_id', '>', run.progressCursor!))
    .countDistinct('affiliate_id as count')
    .first()
  return { value: done, max: done + Number(row.count) }
}

function namesById(affiliates: Affiliate[]) {
  return Object.fromEntries(affiliates.map(({ id, displayName }) => [id, displayName]))
}
