import type { LinkTarget } from '#tracking/link_target'

/** Parameters that are ours to set. */
const OURS = ['to', 'click_id', 'via']

/**
 * Where a link leads: its own destination or its campaign's, or with `?to=/path` a page on the campaign's own
 * host. Null when none of them is an address of the web.
 */
export function destinationOf(target: LinkTarget, query: string): URL | null {
  const asked = new URLSearchParams(query)
  const url =
    pageOf(target, asked.get('to')) ?? parse(target.destinationUrl) ?? parse(target.campaignUrl)
  if (!url) return null

  OURS.slice(1).forEach((name) => url.searchParams.has(name) && url.searchParams.delete(name))
  carryOver(asked, url)
  return url
}

/** Adds what the destination needs to tell whose visit it is. */
export function withClick(url: URL, clickId: string, refParam: string): string {
  url.search += `${url.search ? '&' : '?'}click_id=${clickId}&via=${refParam}`
  return url.href
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
  return page && page.origin === campaign.origin ? page : null
}

function parse(text: string | null): URL | null {
  const url = text ? URL.parse(text) : null
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null
}
