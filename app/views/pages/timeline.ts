import ApiKey from '#models/api_key'
import Event from '#models/event'
import User from '#models/user'
import { formatMoney } from '#money/format'
import { reasonInWords, wordsOf } from '#views/event_words'
import type { Icon } from '#views/icons'
import type { Tone } from '#views/states'
import type { DateTime } from 'luxon'

/** One event as the timeline component shows it. */
export interface Moment {
  event: Event
  text: string
  /** The name of who did it. */
  actor: string
  at: DateTime
  icon: Icon
  tone: Tone
  /** Why, and what of it changed. */
  note: string | null
}

/** The newest events of a subject, in words. */
export async function timelineOf(subjectId: string, limit = 50): Promise<Moment[]> {
  return momentsOf(
    await Event.query().where('subject_id', subjectId).orderBy('subject_seq', 'desc').limit(limit)
  )
}

/** Events with the names of who did them; two queries, however many there are. */
export async function momentsOf(events: Event[]): Promise<Moment[]> {
  const ids = [...new Set(events.map(({ actorId }) => actorId))]
  const users = await User.query().whereIn('id', ids)
  const keys = await ApiKey.query().whereIn('id', ids)
  const names = new Map([
    ...users.map((user) => [user.id, user.displayName] as const),
    ...keys.map((key) => [key.id, `key “${key.name}”`] as const),
  ])
  return events.map((event) => {
    const { says, icon, tone } = wordsOf(event.type)
    return {
      event,
      text: says,
      actor: names.get(event.actorId) ?? 'Tributary',
      at: event.createdAt,
      icon,
      tone,
      note: noteOf(event),
    }
  })
}

function noteOf(event: Event): string | null {
  const parts = [changedIn(event), event.reason && reasonInWords(event.reason), event.note]
  return parts.filter(Boolean).join(' · ') || null
}

/** What the event's data says to a person: the fields that changed, or the amount. */
function changedIn({ type, data }: Event): string | null {
  const { changed, amount, currency } = data
  if (Array.isArray(changed)) return fieldsInWords(changed.map(String))
  const tellsAmount = type === 'conversion.recorded' || type === 'refund.applied'
  if (tellsAmount && typeof amount === 'number' && typeof currency === 'string')
    return formatMoney(amount, currency)
  return null
}

/** `holdDays`, `payoutMinimums` as `Hold days, payout minimums`. */
function fieldsInWords(fields: string[]) {
  const words = fields
    .map((field) => field.replaceAll(/([A-Z])|_/g, (_, letter = '') => ` ${letter.toLowerCase()}`))
    .join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
