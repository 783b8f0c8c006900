import ApiKey from '#models/api_key'
import Membership from '#models/membership'
import { inZone, relativeDay } from '#views/dates'
import { eventTypes } from '#core/event_types'
import { eventWords } from '#views/event_words'
import { subjectsOf, type SubjectLink } from '#views/pages/subjects'
import { momentsOf, type Moment } from '#views/pages/timeline'
import type Event from '#models/event'
import type Workspace from '#models/workspace'

/** What a filter calls the events of each kind of subject. */
const kinds: Record<string, string> = {
  workspace: 'Settings',
  member: 'Members',
  invitation: 'Invitations',
  campaign: 'Campaigns',
  affiliate: 'Affiliates',
  enrollment: 'Enrollments',
  link: 'Links',
  coupon: 'Coupons',
  referral: 'Referrals',
  conversion: 'Conversions',
  refund: 'Refunds',
  source_event: 'Events of sources',
  commission: 'Commissions',
  payout_run: 'Payout runs',
  payout: 'Payouts',
  api_key: 'API keys',
}

const KEYS_OFFERED = 100

/** The feed in words, day by day, and what it can be narrowed to. */
export async function eventsPage(
  rows: Event[],
  workspace: Workspace,
  asked: Record<string, unknown>
) {
  const subjectAsked = typeof asked.subject_id === 'string' ? asked.subject_id : null
  const ids = rows.map(({ subjectId }) => subjectId)
  const subjects = await subjectsOf(subjectAsked ? [...ids, subjectAsked] : ids, workspace)
  const moments = (await momentsOf(rows)).map((moment) =>
    about(moment, subjects.get(moment.event.subjectId))
  )
  return {
    moments,
    days: byDay(moments, workspace.timezone),
    filters: [
      { name: 'type', label: 'What', options: typeOptions },
      { name: 'actor_id', label: 'Who', options: await actors(workspace) },
      ...(subjectAsked ? [subjectFilter(subjectAsked, subjects.get(subjectAsked))] : []),
    ],
  }
}

function about(moment: Moment, subject: SubjectLink | undefined) {
  return {
    ...moment,
    text: subject ? `${moment.text}: ${subject.name}` : moment.text,
    href: subject?.href ?? null,
  }
}

function byDay(moments: Moment[], zone: string) {
  const days = Map.groupBy(moments, ({ at }) => inZone(at, zone).toISODate()!)
  return [...days].map(([day, events]) => ({ day, title: relativeDay(events[0].at, zone), events }))
}

/** All of a kind, then each type of it. */
const typeOptions = Object.entries(kinds).flatMap(([kind, label]) => {
  const types = eventTypes.filter((type) => type.startsWith(`${kind}.`))
  const each = types.map((type) => ({ value: type, label: eventWords[type].says }))
  if (each.length === 1) return each
  return [{ value: types.join(','), label: `${label}, all` }, ...each]
})

async function actors(workspace: Workspace) {
  const members = await Membership.query()
    .where('workspace_id', workspace.id)
    .preload('user')
    .orderBy('id')
  const keys = await ApiKey.query()
    .where('workspace_id', workspace.id)
    .orderBy('id', 'desc')
    .limit(KEYS_OFFERED)
  return [
    ...members.map(({ user }) => ({ value: user.id, label: user.displayName })),
    ...keys.map(({ id, name }) => ({ value: id, label: `Key “${name}”` })),
    { value: 'system', label: 'Tributary itself' },
  ]
}

function subjectFilter(id: string, subject: SubjectLink | undefined) {
  return {
    name: 'subject_id',
    label: 'About',
    options: [{ value: id, label: subject?.name ?? id }],
  }
}
