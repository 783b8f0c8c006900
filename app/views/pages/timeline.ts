import ApiKey from '#models/api_key'
import Event from '#models/event'
import User from '#models/user'

/** One event as a timeline shows it. */
export interface Moment {
  event: Event
  text: string
  /** The name of who did it. */
  actor: string
}

/** The newest events of a subject, in words. */
export async function timelineOf(subjectId: string, limit = 50): Promise<Moment[]> {
  return momentsOf(
    await Event.query().where('subject_id', subjectId).orderBy('subject_seq', 'desc').limit(limit)
  )
}

/** Events with the names of who did them; two queries, however many there are. */
export async function momentsOf(events: Event[]): Promise<Moment[]> {
  const ids = events.map(({ actorId }) => actorId)
  const users = await User.query().whereIn('id', ids)
  const keys = await ApiKey.query().whereIn('id', ids)
  const names = new Map([
    ...users.map((user) => [user.id, user.displayName] as const),
    ...keys.map((key) => [key.id, `key “${key.name}”`] as const),
  ])
  return events.map((event) => ({
    event,
    text: inWords(event),
    actor: names.get(event.actorId) ?? 'Tributary',
  }))
}

function inWords({ type, reason }: Event) {
  const [subject, deed] = type.split('.')
  const sentence = `${subject} ${deed}`.replaceAll('_', ' ')
  const why = reason ? ` (${reason.replaceAll('_', ' ')})` : ''
  return sentence.charAt(0).toUpperCase() + sentence.slice(1) + why
}
