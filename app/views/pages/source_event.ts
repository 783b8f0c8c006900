import { timelineOf } from '#views/pages/timeline'
import type SourceEvent from '#models/source_event'

export async function sourceEventPage(event: SourceEvent) {
  return {
    body: JSON.stringify(JSON.parse(event.body), null, 2),
    timeline: await timelineOf(event.id),
  }
}
