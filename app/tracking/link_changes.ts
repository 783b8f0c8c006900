import { onRecorded } from '#core/events'
import { isId } from '#core/ids'
import { broadcast, listen } from '#queue/broadcast'
import { forgetLinksOf } from '#tracking/link_cache'

/** What the redirect knows of a link comes from rows of these. Each change of one records an event. */
const kinds = ['link', 'camp', 'aff', 'ws'] as const

const CHANNEL = 'link-changes'

let waiting = new Set<string>()

/** Forgets links whose rows changed, here at once and in other processes as soon as they hear of it. */
export function tellOfChanges() {
  onRecorded((ids) => {
    const changed = ids.filter((id) => kinds.some((kind) => isId(id, kind)))
    if (changed.length === 0) return
    forgetLinksOf(changed)
    tellOthers(changed)
  })
}

/** Where Redis is away, and for what is lost on the way, the life of an entry (10 s) bounds what is stale. */
export function hearOfChanges() {
  listen(CHANNEL, forgetLinksOf)
}

/** One message for all changes of a turn: an import makes thousands. */
function tellOthers(changed: string[]) {
  if (waiting.size === 0) setImmediate(tell)
  changed.forEach((id) => waiting.add(id))
}

function tell() {
  broadcast(CHANNEL, [...waiting])
  waiting = new Set()
}
