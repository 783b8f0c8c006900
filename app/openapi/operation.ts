import { isSessionOnly } from '#http/permissions'
import {
  isOfAccount,
  methodOf,
  nameOf,
  verbs,
  type Action,
  type Resource,
  type Transformer,
  type Verb,
} from '#http/resource'
import { shapeOfExpansion } from '#http/expansion'
import { schemaOf } from '#http/schema_of'
import { errorsOf } from '#openapi/errors'
import { exampleId } from '#openapi/example'
import { headersOf } from '#openapi/headers'
import { published } from '#openapi/published'
import { expandParameter, inQuery, listParameters, pageOf } from '#openapi/pagination'
import * as shapes from '#openapi/shape'
import type { Shape } from '#openapi/shape'

/** What the document says of one action. */
export interface Operation extends Shape {
  tags: string[]
  requestBody?: { required: boolean; content: Record<string, { schema: Shape }> }
  responses: Record<string, Shape>
}

/** One action as OpenAPI says it. */
export function operation(resource: Resource, verb: Verb): { method: string; says: Operation } {
  const action = resource.actions[verb]!
  const method = methodOf(resource, verb).toLowerCase()
  const reads = method === 'get'
  const body = action.takes && schemaOf(action.takes)
  const says: Operation = {
    operationId: `${nameOf(resource)}.${verb}`,
    summary: action.says,
    tags: [resource.path.split('/')[0]],
    ...(isOfAccount(action.may) && { 'x-permission': action.may }),
    security: securityOf(action),
    parameters: [
      ...pathParameters(resource, verb),
      ...(isOfAccount(action.may) ? accountParameters : []),
      ...queryParameters(action, verb),
      ...(reads || action.may === 'anyone' ? [] : [idempotencyKey]),
    ],
    ...(body && {
      requestBody: {
        required: (body.required ?? []).length > 0,
        content: { 'application/json': { schema: action.body ?? published(body) } },
      },
    }),
    responses: {
      ...Object.fromEntries(
        successes(action, verb).map((status) => [status, success(resource, verb, status)])
      ),
      ...errorsOf(refusals(reads, action)),
    },
  }
  return { method, says }
}

/** The statuses of an action that goes well. */
export function successes({ status, statuses }: Action, verb: Verb): number[] {
  if (statuses) return statuses
  const usual = { store: 201, destroy: 204 } as Partial<Record<Verb, number>>
  return [status ?? usual[verb] ?? 200]
}

/** The statuses of an action that is refused. */
function refusals(reads: boolean, { conflicts, may }: Action) {
  if (may === 'anyone') return [400, 401, 413, 415, 422, 429, 500, 503]
  const own = reads ? (conflicts ? [409] : []) : [409, 413, 415]
  return [400, 401, 403, 404, ...own, 422, 429, 500, 503]
}

function success(resource: Resource, verb: Verb, status: number): Shape {
  const action = resource.actions[verb]!
  const written = methodOf(resource, verb) !== 'GET' && action.may !== 'anyone'
  const pages = verb === 'index' && action.lists
  const headers = headersOf(
    ...(written ? ['Idempotent-Replayed' as const] : []),
    ...(pages ? ['Link' as const] : [])
  )
  if (status === 204) return { description: 'It is done; there is nothing more to say.', headers }
  const types = action.givesText ? ['text/csv', 'application/xml'] : ['application/json']
  const schema = answerShape(resource, action, verb)
  return {
    description: action.says,
    headers,
    content: Object.fromEntries(types.map((type) => [type, { schema }])),
  }
}

function answerShape({ transformer }: Resource, action: Action, verb: Verb): Shape {
  if (action.gives) return action.gives
  if (!transformer) return shapes.anything()
  const row = withExpansions(transformer, action)
  return verb === 'index' ? pageOf(row) : row
}

function withExpansions(transformer: Transformer, { lists }: Action): Shape {
  const expands = Object.entries(lists?.expands ?? {})
  if (expands.length === 0) return shapes.ref(transformer)
  const properties = expands.map(([name, each]) => [name, shapeOfExpansion(each)])
  return {
    allOf: [
      shapes.ref(transformer),
      { type: 'object', properties: Object.fromEntries(properties) },
    ],
  }
}

function pathParameters(resource: Resource, verb: Verb): Shape[] {
  const own = resource.singular ? '' : verbs[verb].suffix
  const names = [...`${resource.path}${own}`.matchAll(/:(\w+)/g)].map(([, name]) => name)
  return names.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: shapes.text({ maxLength: 100 }),
    example: exampleId(name === 'id' ? nounOf(resource) : name) ?? 'csv',
  }))
}

/** payout_id, of payouts. */
function nounOf({ path }: Resource) {
  return `${path.split('/').at(-1)!.replace(/s$/, '')}_id`
}

function queryParameters({ lists, asks }: Action, verb: Verb): Shape[] {
  if (verb === 'index' && lists) return listParameters(lists)
  const own = Object.entries(asks ?? {}).map(([name, shape]) => inQuery(name, shape, ''))
  return [...expandParameter(lists), ...own]
}

function securityOf({ may }: Action): Shape[] {
  const keys = [{ key: [] }, { basic: [] }, { header: [] }]
  const people = [{ token: [] }, { session: [] }]
  if (may === 'anyone') return []
  if (may === 'affiliate') return keys
  return may === 'person' || isSessionOnly(may) ? people : [...keys, ...people]
}

const accountParameters: Shape[] = [
  inQuery('account_id', shapes.idOf('ws'), 'The account. This, or the header.'),
  {
    name: 'X-Account-Id',
    in: 'header',
    schema: shapes.idOf('ws'),
    description: 'The account. This, or the parameter.',
    example: exampleId('account_id'),
  },
]

const idempotencyKey: Shape = {
  name: 'Idempotency-Key',
  in: 'header',
  schema: shapes.text({ minLength: 1, maxLength: 255 }),
  description: 'The same again answers the first answer and does nothing.',
  example: 'signup-4711',
}
