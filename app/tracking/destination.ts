import type { LinkTarget } from '#tracking/link_target'

/** Parameters that are ours to set. */
const OURS = ['to', 'click_id', 'via']

/** Where a visit leads. The click's id goes between two halves, so that nothing is parsed for each visitor. */
export interface Destination {
  /** As it is kept with the click: without what tells of it. */
  url: string
  /** Up to the click's id. */
  before: string
  /** What follows it. */
  after: string
}

/** Where links lead that nothing was asked of: a link in memory is looked at once. */
const known = new WeakMap<LinkTarget, Destination | null>()

/**
 * Where a link leads: its own destination or its campaign's, or with `?to=/path` a page on the campaign's own
 * host. Null when none of them is an address of the web.
 */
export function destinationOf(target: LinkTarget, query: string): Destination | null {
  if (query) return find(target, query)
  let destination = known.get(target)
  if (destination === undefined) {
    destination = find(target, '')
    known.set(target, destination)
  }
  return destination
}

/** With what the destination needs to tell whose visit it is. */
export function withClick({ before, after }: Destination, clickId: string): string {
  return before + clickId + after
}

function find(target: LinkTarget, query: string): Destination | null {
  const asked = new URLSearchParams(query)
  const url =
    pageOf(target, asked.get('to')) ?? parse(target.destinationUrl) ?? parse(target.campaignUrl)
  if (!url) return null

  OURS.slice(1).forEach((name) => url.searchParams.has(name) && url.searchParams.delete(name))
  carryOver(asked, url)
  return halve(url, target.refParam)
}

function halve(url: URL, refParam: string): Destination {
  const { href, hash, search } = url
  url.hash = ''
  url.search = `${search}${search && '&'}click_id=`
  return { url: href, before: url.href, after: `&via=${refParam}${hash}` }
}

/** The destination's own parameters win: who made the link decided them. */
function carryOver(asked: URLSearchParams, url: URL) {
  const own = new Set(url.searchParams.keys())
  for (const [name, value] of asked) {
    if (!OURS.includes(name) && !own.has(name)) url.searchParams.append(name, value)
  }
}

function pageOf(target: LinkTarget, to: string | null): URL | null {
  if (!to?.startsWith('/')) return null
  const campaign = parse(target.campaignUrl)
  const page = campaign && URL.parse(to, campaign.href)
  return page && page.origin === campaign.origin && !namesSomebody(page) ? page : null
}

/** `https://jane:secret@shop.example.com/` would sign the visitor in as whom a stranger says. */
function namesSomebody({ username, password }: URL) {
  return username !== '' || password !== ''
}

function parse(text: string | null): URL | null {
  const url = text ? URL.parse(text) : null
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null
}
