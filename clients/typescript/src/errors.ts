import type { components } from './openapi.js'

/** Every code that an error can have. */
export type ErrorCode = components['schemas']['Error']['code']

/** One field that was refused. */
export interface FieldError {
  field: string
  rule: string
  message: string
}

/** An error as it is answered. */
export interface ErrorBody {
  error: string
  code: ErrorCode
  details?: unknown
}

/** Tributary refused the call: a sentence for people, a code for programs, and often details. */
export class ApiError extends Error {
  readonly code: ErrorCode
  readonly details: unknown

  constructor(
    readonly status: number,
    body: ErrorBody,
    /** What the server's log knows the call by. */
    readonly requestId: string | null
  ) {
    super(body.error)
    this.name = new.target.name
    this.code = body.code
    this.details = body.details
  }
}

/** 401: no credential, or one that is not valid (any more). */
export class AuthenticationError extends ApiError {}

/** 403: the credential may not do this. */
export class PermissionError extends ApiError {
  /** The permission that it lacks, such as v1.payouts.approve. */
  get need() {
    return (this.details as { need?: string } | undefined)?.need
  }
}

/** 404: there is no such row in this account. */
export class NotFoundError extends ApiError {}

/** 409: this conflicts with what is stored, or the state does not allow it. */
export class ConflictError extends ApiError {}

/** 422: fields or parameters that are not valid. */
export class ValidationError extends ApiError {
  get fields() {
    return (this.details ?? []) as FieldError[]
  }
}

/** 429, still after the last try. */
export class RateLimitError extends ApiError {
  /** Seconds to wait. */
  get retryAfter() {
    return (this.details as { retry_after?: number } | undefined)?.retry_after
  }
}

/** No answer came, still after the last try: the `cause` says why. Whether a write was done is not known. */
export class ConnectionError extends Error {
  constructor(cause: unknown) {
    super('Tributary did not answer.', { cause })
    this.name = new.target.name
  }
}

const kinds: Record<number, typeof ApiError> = {
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  422: ValidationError,
  429: RateLimitError,
}

/** The error of an answer that went wrong; also of one that Tributary did not write, such as a proxy's. */
export function errorOf({ status, headers }: Response, text: string) {
  const Kind = kinds[status] ?? ApiError
  return new Kind(status, bodyOf(status, text), headers.get('x-request-id'))
}

function bodyOf(status: number, text: string): ErrorBody {
  try {
    const body = JSON.parse(text) as ErrorBody
    if (typeof body.error === 'string' && typeof body.code === 'string') return body
  } catch {
    // What stands between answers in HTML.
  }
  const code = status === 503 ? 'UNAVAILABLE' : 'INTERNAL'
  return { error: `The answer was ${status}.`, code, details: text.slice(0, 1_000) }
}
