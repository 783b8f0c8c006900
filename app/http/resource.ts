import type { Permission } from '#http/permissions'
import type { Listing } from '#http/listing'
import type { Shape } from '#openapi/shape'
import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { VineValidator } from '@vinejs/vine'

/** The actions of a resource, and how each is reached. */
export const verbs = {
  index: { method: 'GET', suffix: '' },
  create: { method: 'GET', suffix: '/new' },
  store: { method: 'POST', suffix: '' },
  show: { method: 'GET', suffix: '/:id' },
  edit: { method: 'GET', suffix: '/:id/edit' },
  update: { method: 'PATCH', suffix: '/:id' },
  destroy: { method: 'DELETE', suffix: '/:id' },
} as const

export type Verb = keyof typeof verbs

/** What a transformer class must offer: an object of a row, and the shape of that object. */
export interface Transformer<Of = never> {
  new (row: Of): { toObject(): object }
  name: string
  shape: Shape
}

/**
 * What an action asks of its caller: a permission in the account, to be a person who signed in, or an affiliate
 * by a key of their own; or nothing, where it is how one signs in.
 */
export type Asked = Permission | 'person' | 'affiliate' | 'anyone'

/** Whether an action is about an account that its caller names. */
export function isOfAccount(may: Asked): may is Permission {
  return may.startsWith('v1.')
}

export interface Action {
  may: Asked

  takes?: VineValidator<any, any>
  /** What the document says of the body, where the validator leaves a part to the action. */
  body?: Shape
  /** The filters, sorts and expansions of a list. */
  lists?: Listing
  /** Query parameters of an action that is no list, with their shapes. */
  asks?: Record<string, Shape>
  /** Only on one face: forms are the console's, machines' calls the API's. */
  only?: 'console' | 'api'
  /** Where the answer is no row of the transformer. */
  gives?: Shape
  /** PUT, where it replaces a whole. */
  method?: 'PUT'
  /** 201 by default where a POST makes a row of the resource; 200 for an action on one. */
  status?: number
  /** Where it may be one of several. */
  statuses?: number[]
  /** It works on many, each in a transaction and under an idempotency key of its own. */
  items?: true
  /** It shares its transaction with others, and keeps its answer under an idempotency key there. */
  together?: true
  /** It reads, and yet the state of the row can refuse it. */
  conflicts?: true
  /** The answer is a file of text. */
  givesText?: true
  says: string
}

type LazyController = () => Promise<{ default: new (...args: any[]) => object }>
type Actions<C extends LazyController> = Extract<
  keyof InstanceType<Awaited<ReturnType<C>>['default']>,
  Verb
>

export interface Resource {
  path: string
  controller: LazyController
  transformer: Transformer | null
  actions: Partial<Record<Verb, Action>>
  singular: boolean
}

/**
 * A line of the list of resources: a path, its controller, what its rows look like, and for every action of
 * the controller who may do it. An action that is forgotten here does not compile.
 */
export function resource<C extends LazyController>(
  path: string,
  controller: C,
  transformer: Transformer | null,
  actions: Record<Actions<C>, Action>,
  { singular = false } = {}
): Resource {
  return { path, controller, transformer, actions, singular }
}

/** A deed on one row, such as POST /campaigns/:campaign_id/pause: it is answered with the row. */
export function deed<C extends LazyController>(
  path: string,
  controller: C,
  transformer: Transformer | null,
  { store, ...forms }: Record<Actions<C>, Action> & { store: Action }
): Resource {
  const actions = { ...forms, store: { status: 200, ...store } }
  return { path, controller, transformer, actions, singular: true }
}

/** The HTTP method of an action. */
export function methodOf({ actions }: Resource, verb: Verb): string {
  return actions[verb]!.method ?? verbs[verb].method
}

/** The path of an action below its face, such as /payout_runs/:payout_run_id/approval. */
export function patternOf({ path, singular }: Resource, verb: Verb) {
  const suffix: string = verbs[verb].suffix
  return `/${path}${singular ? suffix.replace('/:id', '') : suffix}`
}

/** The dotted name of a resource, such as payout_runs.approval. */
export function nameOf({ path }: Resource) {
  return path
    .split('/')
    .filter((part) => !part.startsWith(':'))
    .join('.')
}

export type Row = LucidRow & { id: string }
