type Value = string | number | boolean | null | undefined | Value[]
export type Changes = Record<string, Value>

/** What the helpers need of a request: its path and its parsed query. */
export interface Asked {
  url(): string
  qs(): Record<string, unknown>
}

/** The address of this page with some of its query changed; null or '' takes a parameter out. */
export function withQuery(request: Asked, changes: Changes): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...request.qs(), ...changes }))
    append(query, name, value as Value)

  const search = query.toString()
  return search ? `${request.url()}?${search}` : request.url()
}

/** The parameters of this page's query but some, as name and value pairs for hidden inputs. */
export function queryPairs(request: Asked, except: string[]): [string, string][] {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(request.qs())) {
    if (!except.includes(name)) append(query, name, value as Value)
  }
  return [...query]
}

/** A link that sorts by a column, and turns the order round when it is sorted by it already. */
export function sortLink(request: Asked, sort: string, current?: Sorting) {
  const sorting = sortingOf(request, current)
  const sorted = sorting.sort === sort ? sorting.order : null
  const order = sorted === 'desc' ? 'asc' : sorted === 'asc' ? 'desc' : 'asc'
  return { href: withQuery(request, { sort, order, page: null }), sorted }
}

export interface Sorting {
  sort?: string
  order?: 'asc' | 'desc'
}

/** A form can only GET and POST; other methods travel in the query, where the framework reads them. */
export function formTarget(action: string, method = 'POST') {
  const verb = method.toUpperCase()
  if (verb === 'GET' || verb === 'POST') return { action, method: verb }
  return { action: `${action}${action.includes('?') ? '&' : '?'}_method=${verb}`, method: 'POST' }
}

function sortingOf(request: Asked, fallback: Sorting = {}): Sorting {
  const { sort, order } = request.qs()
  if (typeof sort !== 'string') return fallback
  return { sort, order: order === 'desc' ? 'desc' : 'asc' }
}

function append(query: URLSearchParams, name: string, value: Value) {
  if (Array.isArray(value)) {
    const listed = name.endsWith('[]') ? name : `${name}[]`
    for (const one of value) append(query, listed, one)
  } else if (value !== null && value !== undefined && value !== '') {
    query.append(name, String(value))
  }
}

/** Where the list of this page is had as a file: the same filters and order, every page. */
export function csvAddress(request: Asked): string {
  const [, query] = withQuery(request, { page: null, limit: null }).split('?')
  return `${request.url()}.csv${query ? `?${query}` : ''}`
}
