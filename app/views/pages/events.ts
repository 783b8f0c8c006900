import { momentsOf } from '#views/pages/timeline'
import type Event from '#models/event'

/** The feed in words. */
export async function eventsPage(rows: Event[]) {
  return { moments: await momentsOf(rows) }
}
