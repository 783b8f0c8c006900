export { Tributary, type Options } from './client.js'
export {
  ApiError,
  AuthenticationError,
  ConflictError,
  ConnectionError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ValidationError,
  type ErrorCode,
  type FieldError,
} from './errors.js'
export type { AnswerOf, BodyOf, ListPath, PathOf, QueryOf, RowOf, Schemas } from './types.js'
