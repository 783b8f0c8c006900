import { Exception } from '@adonisjs/core/exceptions'

/**
 * Every refusal that a client can meet: its code (published in the API guide), its status, and a sentence
 * that says what to do. `details` is for programs.
 */
export class Refusal extends Exception {
  declare details?: unknown

  constructor(message: string, options: { status: number; code: string; details?: unknown }) {
    super(message, { status: options.status, code: options.code })
    if (options.details !== undefined) this.details = options.details
  }
}

type Kind = new (message?: string, details?: unknown) => Refusal

function refusal(status: number, code: string, sentence: string): Kind {
  return class extends Refusal {
    constructor(message: string = sentence, details?: unknown) {
      super(message, { status, code, details })
    }
  }
}

export const MissingAccountException = refusal(400, 'MISSING_ACCOUNT_ID', 'Account ID is required')
export const InvalidJsonException = refusal(400, 'INVALID_JSON', 'The body is not valid JSON.')
export const BadRequestException = refusal(400, 'BAD_REQUEST', 'The request is malformed.')

export const UnauthorizedException = refusal(401, 'UNAUTHORIZED', 'Sign in, or send an API key.')
export const InvalidApiKeyException = refusal(401, 'INVALID_API_KEY', 'This API key is not valid.')
export const InvalidCredentialsException = refusal(
  401,
  'INVALID_CREDENTIALS',
  'E-mail or password is wrong.'
)

export const TokenExpiredException = refusal(
  401,
  'TOKEN_EXPIRED',
  'This token has expired. Get a new one with the refresh token, or sign in.'
)
export const TokenInvalidException = refusal(401, 'TOKEN_INVALID', 'This token is not valid.')
export const TokenReusedException = refusal(
  401,
  'TOKEN_REUSED',
  'This refresh token was used before. The sign-in that it came from is ended: sign in again.'
)

export const OtpRequiredException = refusal(
  401,
  'OTP_REQUIRED',
  'Two-factor sign-in is on: send a code of the authenticator, or a recovery code, as otp.'
)

export const ForbiddenException = refusal(403, 'FORBIDDEN', 'You may not do this.')
export const NotFoundException = refusal(404, 'NOT_FOUND', 'There is nothing here.')
export const MethodNotAllowedException = refusal(
  405,
  'METHOD_NOT_ALLOWED',
  'This method is not allowed here.'
)

export const ConflictException = refusal(409, 'CONFLICT', 'This conflicts with what is stored.')
export const InvalidTransitionException = refusal(
  409,
  'INVALID_TRANSITION',
  'The state does not allow this.'
)
export const CommissionLockedException = refusal(
  409,
  'COMMISSION_LOCKED',
  'A part of this commission is being paid or is paid. Make an adjustment instead.'
)
export const IdempotencyInFlightException = refusal(
  409,
  'IDEMPOTENCY_IN_FLIGHT',
  'A request with this idempotency key is still being worked on. Try again in a moment.'
)

export const PayloadTooLargeException = refusal(413, 'PAYLOAD_TOO_LARGE', 'The body is too large.')
export const UnsupportedMediaTypeException = refusal(
  415,
  'UNSUPPORTED_MEDIA_TYPE',
  'Send the body as application/json.'
)
export const IdempotencyMismatchException = refusal(
  422,
  'IDEMPOTENCY_MISMATCH',
  'This idempotency key was used for another request.'
)
export const RateLimitedException = refusal(429, 'RATE_LIMITED', 'Too many requests. Slow down.')
export const UnavailableException = refusal(503, 'UNAVAILABLE', 'Try again in a moment.')

/** One field that was refused. */
export interface FieldError {
  field: string
  rule: string
  message: string
}

/** How many of them are told of at once. */
export const MAX_FIELD_ERRORS = 100

/** Fields that break a rule; the shape VineJS reports, so that both are answered alike. */
export class InvalidFieldsException extends Refusal {
  declare messages: FieldError[]

  constructor(all: FieldError[]) {
    const messages = all.slice(0, MAX_FIELD_ERRORS)
    super(sentenceOf(messages), { status: 422, code: 'VALIDATION_ERROR', details: messages })
    this.messages = messages
  }

  /** For a single field. */
  static on(field: string, rule: string, message: string) {
    return new InvalidFieldsException([{ field, rule, message }])
  }
}

export function sentenceOf(messages: FieldError[]) {
  const sentences = messages.map(({ message }) =>
    /[.?!]$/.test(message) ? message : `${message}.`
  )
  return sentences.join(' ') || 'Some fields are not valid.'
}
