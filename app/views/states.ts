import type {
  AffiliateState,
  ApiKeyState,
  CampaignState,
  CommissionState,
  EnrollmentState,
  InvitationState,
  PayoutRunState,
  PayoutState,
  ReferralState,
  RefundState,
  SourceEventState,
} from '#models/types'

/** What a state means to the person who looks: nothing yet, needs you, in progress, done, failed. */
export type Tone = 'neutral' | 'amber' | 'blue' | 'green' | 'red'

export type State =
  | AffiliateState
  | ApiKeyState
  | CampaignState
  | CommissionState
  | EnrollmentState
  | InvitationState
  | PayoutRunState
  | PayoutState
  | ReferralState
  | RefundState
  | SourceEventState
  | WorkState

/** Of deliveries, jobs, imports, exports and parts of the system. */
type WorkState =
  'sent' | 'delivered' | 'retrying' | 'queued' | 'running' | 'delayed' | 'stopped' | 'ok' | 'away'

const tones: Record<State, Tone> = {
  draft: 'neutral',
  pending: 'neutral',
  invited: 'neutral',
  lead: 'neutral',
  paused: 'neutral',
  ended: 'neutral',
  archived: 'neutral',
  expired: 'neutral',
  disabled: 'neutral',
  canceled: 'neutral',
  dropped: 'neutral',
  undone: 'neutral',
  ignored: 'neutral',
  queued: 'neutral',
  delayed: 'neutral',
  stopped: 'neutral',

  held: 'amber',
  awaiting_approval: 'amber',
  suspended: 'amber',
  waiting: 'amber',

  received: 'blue',
  due: 'blue',
  approved: 'blue',
  processing: 'blue',
  retrying: 'blue',
  running: 'blue',

  active: 'green',
  customer: 'green',
  paid: 'green',
  completed: 'green',
  applied: 'green',
  accepted: 'green',
  sent: 'green',
  delivered: 'green',
  ok: 'green',

  failed: 'red',
  voided: 'red',
  rejected: 'red',
  denied: 'red',
  returned: 'red',
  revoked: 'red',
  partly_failed: 'red',
  away: 'red',
}

/** Pending waits for time, except where it waits for a person to say yes. */
const tonesOf: Record<string, Partial<Record<State, Tone>>> = {
  affiliate: { pending: 'amber' },
  enrollment: { pending: 'amber' },
}

/** `of` is the kind of thing, such as `affiliate`, where a state means something else for it. */
export function stateTone(state: string, of?: string): Tone {
  const own = of ? tonesOf[of]?.[state as State] : undefined
  return own ?? tones[state as State] ?? 'neutral'
}

/** `awaiting_approval` as `Awaiting approval`. */
export function stateLabel(state: string): string {
  const words = state.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
