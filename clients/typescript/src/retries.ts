import { ConnectionError, errorOf } from './errors.js'

export interface Patience {
  /** How often a call is tried again; 4 by default, 0 for never. */
  retries?: number
  /** Milliseconds before the nth new try (from 1), where the answer does not say. Doubles from 250, and is spread. */
  backoff?: (retry: number) => number
  /** Milliseconds that one try may take; 30,000 by default. */
  timeout?: number
}

/** What may be sent again. */
interface Trying extends Patience {
  /** Also where it is not known whether the server has done it: reads, and writes under an idempotency key. */
  repeatable: boolean
  signal?: AbortSignal
}

/** The longest that an answer may make a call wait, in seconds: a limit of requests is one of a minute. */
const LONGEST_WAIT = 120

/**
 * Sends until it is answered, and gives the answer that went well.
 *
 * Tried again are: what was not answered, 429, 503, and 409 of a write whose first try is still being worked on.
 *
 * @throws ApiError for what is refused, ConnectionError where no answer came
 */
export async function persist(
  send: (signal: AbortSignal) => Promise<Response>,
  { retries = 4, backoff = doubling, timeout = 30_000, repeatable, signal }: Trying
): Promise<{ response: Response; text: string }> {
  for (let retry = 1; ; retry++) {
    const { response, text, failure } = await tryOnce(send, timeout, signal)
    signal?.throwIfAborted()
    if (response?.ok) return { response, text }

    const again = response ? isPassing(response, text) : true
    if (!repeatable || !again || retry > retries) {
      throw response ? errorOf(response, text) : new ConnectionError(failure)
    }
    await wait(secondsAsked(response) ?? backoff(retry) / 1000, signal)
  }
}

/** The whole answer: one that breaks off in its middle is none. */
async function tryOnce(
  send: (signal: AbortSignal) => Promise<Response>,
  timeout: number,
  signal?: AbortSignal
) {
  const limit = AbortSignal.timeout(timeout)
  try {
    const response = await send(signal ? AbortSignal.any([signal, limit]) : limit)
    return { response, text: await response.text() }
  } catch (failure) {
    return { failure, text: '' }
  }
}

/** Whether the same call may be answered otherwise in a moment. */
function isPassing({ status }: Response, text: string) {
  return status === 429 || status === 503 || text.includes('"IDEMPOTENCY_IN_FLIGHT"')
}

function secondsAsked(response: Response | undefined) {
  const seconds = Number(response?.headers.get('retry-after') ?? Number.NaN)
  return seconds >= 0 ? Math.min(seconds, LONGEST_WAIT) : undefined
}

/** 250 ms, 500 ms, 1 s, ... up to 8 s; each between its half and its whole, so that many clients do not come at once. */
function doubling(retry: number) {
  const most = Math.min(250 * 2 ** (retry - 1), 8_000)
  return most / 2 + (Math.random() * most) / 2
}

function wait(seconds: number, signal?: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer)
      reject(signal!.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort)
      resolve()
    }, seconds * 1000)
    signal?.addEventListener('abort', abort, { once: true })
  })
}
