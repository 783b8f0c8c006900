import { persist, type Patience } from './retries.js'
import type {
  AnswerOf,
  FiltersOf,
  ListPath,
  Method,
  PathOf,
  QueryOf,
  RowOf,
  WithBody,
  WithParameters,
} from './types.js'

export interface Options extends Patience {
  /** Where the instance is: https://affiliates.example.com */
  url: string
  /** An API key, or the access token of a person. */
  key?: string
  /** The account that calls are about: ws_... An affiliate's key needs none. */
  account?: string
  /** Another fetch than the platform's. */
  fetch?: typeof fetch
}

/** Said with every call, if it is said. */
interface Sending {
  /** The same key again answers the first answer. One is made for every write that brings none. */
  idempotencyKey?: string
  signal?: AbortSignal
}

type Reading<P extends PathOf<'get'>> = WithParameters<'get', P> & {
  query?: QueryOf<'get', P>
} & Sending
type Writing<M extends Method, P extends PathOf<M>> = WithParameters<M, P> &
  WithBody<M, P> &
  Sending

/** The last argument may be left out where a path has no parameters. */
type Optional<T> = {} extends T ? [T?] : [T]

interface Sent extends Sending {
  path?: unknown
  query?: unknown
  body?: unknown
}

/**
 * Calls the API of one Tributary instance. Paths, bodies and answers are typed by its OpenAPI document.
 *
 * Every method throws an ApiError for what is refused, and a ConnectionError where no answer came.
 */
export class Tributary {
  constructor(private options: Options) {}

  get<P extends PathOf<'get'>>(path: P, ...[sent]: Optional<Reading<P>>) {
    return this.send<AnswerOf<'get', P>>('get', path, sent)
  }

  post<P extends PathOf<'post'>>(path: P, ...[sent]: Optional<Writing<'post', P>>) {
    return this.send<AnswerOf<'post', P>>('post', path, sent)
  }

  patch<P extends PathOf<'patch'>>(path: P, ...[sent]: Optional<Writing<'patch', P>>) {
    return this.send<AnswerOf<'patch', P>>('patch', path, sent)
  }

  put<P extends PathOf<'put'>>(path: P, ...[sent]: Optional<Writing<'put', P>>) {
    return this.send<AnswerOf<'put', P>>('put', path, sent)
  }

  delete<P extends PathOf<'delete'>>(path: P, ...[sent]: Optional<Writing<'delete', P>>) {
    return this.send<AnswerOf<'delete', P>>('delete', path, sent)
  }

  /** Every row of a list, page after page; no row is skipped or repeated while rows are added. */
  async *each<P extends ListPath>(
    path: P,
    ...[sent]: Optional<WithParameters<'get', P> & { query?: FiltersOf<P>; signal?: AbortSignal }>
  ): AsyncGenerator<RowOf<P>, void> {
    let after: string | undefined
    do {
      const query = { limit: 100, ...sent?.query, ...(after && { starting_after: after }) }
      const page = await this.send<Page<RowOf<P>>>('get', path, { ...sent, query })
      yield* page.data
      after = cursorOf(page)
    } while (after)
  }

  private async send<Answer>(method: Method, path: string, sent: Sent = {}): Promise<Answer> {
    const { url, key, account, fetch: request = fetch, ...patience } = this.options
    const address = addressOf(url, path, sent)
    const signsIn = path.startsWith('/auth/')
    const headers = {
      Accept: 'application/json',
      ...(key && { Authorization: `Bearer ${key}` }),
      ...(account && { 'X-Account-Id': account }),
      ...(method !== 'get' && !signsIn && { 'Idempotency-Key': idempotencyKeyOf(sent) }),
      ...(sent.body !== undefined && { 'Content-Type': 'application/json' }),
    }
    const body = sent.body === undefined ? undefined : JSON.stringify(sent.body)

    const { response, text } = await persist(
      (signal) => request(address, { method: method.toUpperCase(), headers, body, signal }),
      { ...patience, repeatable: !signsIn, signal: sent.signal }
    )
    const isJson = response.headers.get('content-type')?.includes('json')
    return (text === '' ? undefined : isJson ? JSON.parse(text) : text) as Answer
  }
}

interface Page<Row> {
  data: Row[]
  pagination: { next_page: number | null } | { next_cursor: string | null }
}

/** The first page is counted in pages; from there on it goes after the last row. */
function cursorOf({ data, pagination }: Page<unknown>) {
  if ('next_cursor' in pagination) return pagination.next_cursor ?? undefined
  return pagination.next_page === null ? undefined : (data.at(-1) as { id: string }).id
}

function addressOf(url: string, path: string, { path: parameters, query }: Sent) {
  const filled = Object.entries(parameters ?? {}).reduce(
    (given, [name, value]) => given.replace(`{${name}}`, encodeURIComponent(String(value))),
    path
  )
  const address = new URL(`${url.replace(/\/$/, '')}/api/v1${filled}`)
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const each of [value].flat())
      if (each !== undefined) address.searchParams.append(name, String(each))
  }
  return address
}

function idempotencyKeyOf({ idempotencyKey }: Sending) {
  return idempotencyKey ?? crypto.randomUUID()
}
