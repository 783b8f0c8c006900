import { formatMoney } from '#money/format'
import { reasonInWords } from '#views/event_words'
import { plural } from '#views/words'
import type PayoutRun from '#models/payout_run'
import type { Figure, Review } from '#views/pages/run_review'
import type { RunApproval } from '#views/pages/payout_run'

/** What a run's page says: where it stands, and what is to be done next. */

type StepState = 'done' | 'current' | 'todo' | 'failed'

/** Built, reviewed, approved, on its way, paid: how far a run has come. */
export function stepsOf(run: PayoutRun, { given, required }: RunApproval) {
  const step = (label: string, at: StepState, hint?: string) => ({ label, state: at, hint })
  if (run.state === 'canceled') {
    return [
      step('Built', 'done'),
      ...(run.approvedAt ? [step('Approved', 'done')] : []),
      step('Canceled', 'failed'),
    ]
  }
  if (run.state === 'completed' && run.payoutsCount === 0) {
    return [step('Built', 'done'), step('Nothing to pay', 'done')]
  }

  const approvals = `${Math.min(given.length, required)} of ${required}`
  const reached = ['draft', 'awaiting_approval', 'approved', 'processing', 'completed'].indexOf(
    run.state === 'partly_failed' ? 'completed' : run.state
  )
  const after = (place: number): StepState =>
    reached > place ? 'done' : reached === place ? 'current' : 'todo'
  const paid: StepState =
    run.state === 'partly_failed' ? 'failed' : run.state === 'completed' ? 'done' : after(3)
  return [
    step('Built', after(0)),
    step('Review', after(1), reached === 1 ? approvals : undefined),
    step('Approved', reached >= 2 ? 'done' : 'todo'),
    step('On its way', after(2)),
    step('Paid', paid),
  ]
}

export interface Next {
  tone: 'info' | 'success' | 'warn' | 'danger'
  title: string
  text: string
}

/** The one sentence that answers what this run waits for. */
export function nextOf(run: PayoutRun, review: Review, approval: RunApproval): Next | null {
  if (run.progressStep) return null
  switch (run.state) {
    case 'draft':
      return null
    case 'awaiting_approval':
      return awaiting(run, review, approval)
    case 'approved':
      return {
        tone: 'info',
        title: 'Approved: amounts and lines cannot change any more',
        text: 'The payment file goes to the bank or provider; then the run is set on its way.',
      }
    case 'processing':
      return {
        tone: 'info',
        title: `${together(openOf(review), run)} on the way`,
        text: 'Mark the run paid when the bank confirms it. What failed can be marked one by one.',
      }
    case 'completed':
      return run.payoutsCount === 0
        ? {
            tone: 'info',
            title: 'Nothing was due above the minimum',
            text: 'The run is closed. Who was left out, and why, is listed below; nothing is lost.',
          }
        : {
            tone: 'success',
            title: `${together(review.states.paid, run)} paid`,
            text: 'This run is done.',
          }
    case 'partly_failed':
      return {
        tone: 'danger',
        title: `${together(failedOf(review), run)} did not arrive`,
        text: 'What they held is due again and will be in the next run. The rest is paid.',
      }
    case 'canceled':
      return {
        tone: 'warn',
        title: 'This run was canceled; nothing of it is paid',
        text: `${reasonOf(run)} Everything in it was carried over to the next run.`,
      }
  }
}

function awaiting(run: PayoutRun, review: Review, approval: RunApproval): Next {
  const { missing, required, given, refusal, byMe } = approval
  if (byMe) {
    return {
      tone: 'info',
      title: 'You approved this run; it needs another person',
      text: `${missing === 1 ? 'One more approval is' : `${missing} more approvals are`} missing. Only someone else can give it.`,
    }
  }
  if (refusal) return { tone: 'warn', title: 'You cannot approve this run', text: refusal }

  const noticed = noticedIn(review, run)
  const order =
    required === 1
      ? 'Your approval lets it go out.'
      : given.length === 0
        ? 'Two people must approve it; yours is the first.'
        : `${given[0].name} approved it; yours is the last that is needed.`
  return {
    tone: noticed.length > 0 ? 'warn' : 'info',
    title: 'Is this money right, and may it go out?',
    text: `${order} ${noticed.length > 0 ? `Look at ${listed(noticed)} first.` : 'Nothing in it stands out.'}`,
  }
}

function noticedIn({ marks, carried }: Review, run: PayoutRun) {
  return [
    marks.first.count && plural(marks.first.count, 'first payout'),
    marks.changed.count && plural(marks.changed.count, 'new destination'),
    marks.jump.count && plural(marks.jump.count, 'unusual amount'),
    carried.count && `${formatMoney(-carried.amount, run.currency)} taken back`,
    marks.attention.count && plural(marks.attention.count, 'mark'),
  ].filter((each) => typeof each === 'string')
}

function openOf({ states }: Review): Figure {
  return both(states.approved, states.processing)
}

function failedOf({ states }: Review): Figure {
  return both(states.failed, states.returned)
}

function both(one: Figure | undefined, other: Figure | undefined): Figure {
  return {
    count: (one?.count ?? 0) + (other?.count ?? 0),
    amount: (one?.amount ?? 0) + (other?.amount ?? 0),
  }
}

function together(figure: Figure | undefined, { currency }: PayoutRun) {
  const { count, amount } = figure ?? { count: 0, amount: 0 }
  return `${formatMoney(amount, currency)} in ${plural(count, 'payout')}`
}

function listed(words: string[]) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** `wrong_cutoff: we meant October` as `The cutoff is wrong. we meant October`. */
function reasonOf({ cancelReason }: PayoutRun) {
  if (!cancelReason) return ''
  const [code, ...note] = cancelReason.split(': ')
  return [`${reasonInWords(code)}.`, note.join(': ')].filter(Boolean).join(' ')
}
