import type { components, paths } from './openapi.js'

/** What rows look like: Schemas['Commission']. */
export type Schemas = components['schemas']

export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete'

/** The paths that know a method, as written below /api/v1: '/affiliates/{id}'. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: M extends keyof Known<paths[P]> ? Short<P> : never
}[keyof paths]

/** The paths of lists. */
export type ListPath = {
  [P in PathOf<'get'>]: AnswerOf<'get', P> extends { pagination: unknown } ? P : never
}[PathOf<'get'>]

/** One row of a list. */
export type RowOf<P extends ListPath> =
  AnswerOf<'get', P> extends { data: (infer Row)[] } ? Row : never

/** What a list can be asked, but for where it begins. */
export type FiltersOf<P extends ListPath> = Omit<
  QueryOf<'get', P>,
  'page' | 'starting_after' | 'ending_before'
>

/** The parameters of a path, where it has some: { path: { id: string } }. */
export type WithParameters<M extends Method, P extends PathOf<M>> =
  Operation<M, P> extends { parameters: { path: infer Parameters extends object } }
    ? { path: Parameters }
    : { path?: undefined }

/** The body, where an operation takes one; it may be left out where none of its fields is asked for. */
export type WithBody<M extends Method, P extends PathOf<M>> =
  Operation<M, P> extends { requestBody: object } ? { body: BodyOf<M, P> } : { body?: BodyOf<M, P> }

export type QueryOf<M extends Method, P extends PathOf<M>> =
  Operation<M, P> extends { parameters: { query?: infer Query } } ? Exclude<Query, undefined> : {}

export type BodyOf<M extends Method, P extends PathOf<M>> =
  Operation<M, P> extends { requestBody?: { content: { 'application/json': infer Body } } }
    ? Body
    : Record<string, never>

/** What an operation answers when it goes well: an object, the text of a file, or nothing. */
export type AnswerOf<M extends Method, P extends PathOf<M>> =
  Operation<M, P> extends { responses: infer Responses } ? Said<Responses[keyof Responses]> : never

type Said<Response> = Response extends { content: infer Content }
  ? Content[keyof Content]
  : undefined

type Short<P> = P extends `/api/v1${infer Rest}` ? Rest : never

/** The methods that a path has; the others are `never`. */
type Known<Item> = { [M in keyof Item as undefined extends Item[M] ? never : M]: Item[M] }

type Operation<M extends Method, P extends string> = paths[`/api/v1${P}` & keyof paths][M]
