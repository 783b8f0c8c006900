import { dialect } from '#config/database'

/** An event of a batch, as far as it is looked at before it is checked. */
export interface BatchEvent extends Record<string, unknown> {
  type: 'click' | 'lead' | 'sale' | 'refund'
}

/** Events that are done together, clicks before conversions; each by its place in the batch. */
export interface Run {
  clicks: number[]
  conversions: number[]
  /** One that is done by itself, after them. */
  alone?: number
}

/**
 * How many conversions of a batch share a transaction: few enough that nobody waits for it long. On SQLite the thread
 * that writes one stands still until the first are decided, and for the commit.
 */
export const TOGETHER = dialect === 'sqlite' ? 500 : 200

/**
 * Parts a batch so that what comes of it is what comes of its events one by one: a click may go before a conversion
 * that it follows, unless they are of one visitor.
 */
export function runsOf(events: BatchEvent[]): Run[] {
  const runs: Run[] = []
  let visitors = new Set<string>()
  for (const [place, event] of events.entries()) {
    const visitor = visitorOf(event)
    if (runs.length === 0 || !mayJoin(runs.at(-1)!, event, visitors)) {
      runs.push({ clicks: [], conversions: [] })
      visitors = new Set()
    }
    const run = runs.at(-1)!
    if (event.type === 'click') run.clicks.push(place)
    else if (isConversion(event)) run.conversions.push(place)
    else run.alone = place
    if (visitor && event.type !== 'click') visitors.add(visitor)
  }
  return runs
}

function mayJoin({ conversions, alone }: Run, event: BatchEvent, visitors: Set<string>) {
  if (alone !== undefined) return false
  if (event.type === 'click') return !visitors.has(visitorOf(event))
  return !isConversion(event) || conversions.length < TOGETHER
}

/** As it is stored: without the space around it. */
function visitorOf({ visitor_id: visitor }: BatchEvent) {
  return typeof visitor === 'string' ? visitor.trim() : ''
}

/** A test is rolled back, by itself. */
function isConversion({ type, test }: BatchEvent) {
  return type === 'lead' || (type === 'sale' && !test)
}
