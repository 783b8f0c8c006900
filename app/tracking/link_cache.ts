import { outsideTransaction } from '#core/atomically'
import { isId } from '#core/ids'
import { findTarget, type LinkTarget } from '#tracking/link_target'
import { Late, within } from '#tracking/within'

/** Bounds: entries of each kind, and how long one is taken for true, in milliseconds. */
const MOST = 10_000
const LIFE = 10_000

/** How long a visitor waits for the database: with a known link, and with one that is not. In milliseconds. */
const PATIENCE = { known: 500, unknown: 5_000 }

/** How long a link is taken for true again when the database did not answer, in milliseconds. */
const GRACE = 1_000

interface Entry {
  target: LinkTarget | null
  until: number
}

const links = new Map<string, Entry>()
const unknown = new Map<string, Entry>()
const asking = new Map<string, Promise<LinkTarget | null>>()

/**
 * The link with this ref_param, from memory when it was looked up within the last 10 s. When the database does
 * not answer in time, what was known of the link holds on.
 *
 * @throws what the database threw, or Late, for a link that was not known
 */
export function lookUp(refParam: string): LinkTarget | null | Promise<LinkTarget | null> {
  const entry = links.get(refParam) ?? unknown.get(refParam)
  if (entry && entry.until > Date.now()) return entry.target
  return entry?.target ? askAgain(refParam, entry) : within(PATIENCE.unknown, ask(refParam))
}

/** What has one of these ids was made, changed or removed: the links that it matters to are looked up anew. */
export function forgetLinksOf(ids: string[]) {
  asking.clear()
  if (ids.some((id) => isId(id, 'link'))) unknown.clear()
  const changed = new Set(ids)
  for (const [refParam, { target }] of links) {
    if (target && partsOf(target).some((id) => changed.has(id))) links.delete(refParam)
  }
}

function partsOf({ id, campaignId, affiliateId, workspaceId }: LinkTarget) {
  return [id, campaignId, affiliateId, workspaceId]
}

async function askAgain(refParam: string, entry: Entry) {
  try {
    return await within(PATIENCE.known, ask(refParam))
  } catch {
    entry.until = Date.now() + GRACE
    return entry.target
  }
}

/** Many visitors who ask for one link at once ask the database once. */
async function ask(refParam: string): Promise<LinkTarget | null> {
  const asked = asking.get(refParam)
  if (asked) return asked
  if (asking.size >= MOST) throw new Late('Too many links are being looked up')

  const answer = outsideTransaction(() => findTarget(refParam))
  asking.set(refParam, answer)
  try {
    const target = await answer
    if (asking.get(refParam) === answer) keep(refParam, target)
    return target
  } finally {
    if (asking.get(refParam) === answer) asking.delete(refParam)
  }
}

/** Maps keep the order of insertion, so the first is the one that was looked up longest ago. */
function keep(refParam: string, target: LinkTarget | null) {
  links.delete(refParam)
  unknown.delete(refParam)
  const shelf = target ? links : unknown
  if (shelf.size >= MOST) shelf.delete(shelf.keys().next().value!)
  shelf.set(refParam, { target, until: Date.now() + LIFE })
}
