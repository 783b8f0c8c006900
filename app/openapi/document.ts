import { appUrl } from '#config/app'
import { patternOf, type Resource, type Verb } from '#http/resource'
import { errorResponses, errorShape, errorsOf } from '#openapi/errors'
import { giveExamples } from '#openapi/examples'
import { headers } from '#openapi/headers'
import { operation, type Operation } from '#openapi/operation'
import { cursorPagination, pagePagination } from '#openapi/pagination'
import { descriptions } from '#openapi/tags'
import * as shapes from '#openapi/shape'
import type { Shape } from '#openapi/shape'

const BASE = '/api/v1'

/** Anyone may read it, so it asks for no key. */
const itself = {
  get: {
    operationId: 'openapi.show',
    summary: 'This document',
    tags: ['openapi'],
    security: [],
    responses: {
      200: {
        description: 'OpenAPI 3.1',
        content: {
          'application/json': { schema: shapes.anything(), example: { openapi: '3.1.0' } },
        },
      },
      ...errorsOf([400]),
    },
  },
}

/** The OpenAPI 3.1 document, made from the list of resources: never written beside it. */
export function openapi(resources: Resource[]) {
  const paths: Record<string, Shape> = { [`${BASE}/openapi.json`]: itself }
  const schemas: Record<string, Shape> = {
    Error: errorShape,
    PagePagination: pagePagination,
    CursorPagination: cursorPagination,
  }
  const operations: Operation[] = []
  for (const { resource, verb } of apiActions(resources)) {
    const path = pathOf(resource, verb)
    const { method, says } = operation(resource, verb)
    paths[path] = { ...paths[path], [method]: says }
    operations.push(says)
    addShapes(schemas, resource)
  }
  giveExamples(operations, (ref) => schemas[ref.split('/').at(-1)!])
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tributary',
      version: '1.0.0',
      description: 'Affiliates, clicks, conversions, commissions and payouts of a program.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [
      { 'url': appUrl, 'description': 'This instance, in production', 'x-internal': false },
    ],
    tags: tagsOf(operations),
    paths,
    components: { schemas, responses: errorResponses, headers, securitySchemes },
  }
}

function tagsOf(operations: Operation[]) {
  const names = new Set(operations.flatMap(({ tags }) => tags))
  return ['openapi', ...names].map((name) => ({ name, description: descriptions[name] }))
}

/** Every action of the list that the API has. */
export function apiActions(resources: Resource[]) {
  return resources.flatMap((resource) =>
    (Object.keys(resource.actions) as Verb[])
      .filter((verb) => verb !== 'create' && verb !== 'edit')
      .filter((verb) => resource.actions[verb]!.only !== 'console')
      .map((verb) => ({ resource, verb, action: resource.actions[verb]! }))
  )
}

/** /api/v1/campaigns/{campaign_id}/rules */
export function pathOf(resource: Resource, verb: Verb) {
  return BASE + patternOf(resource, verb).replaceAll(/:(\w+)/g, '{$1}')
}

function addShapes(schemas: Record<string, Shape>, { transformer, actions }: Resource) {
  const expanded = Object.values(actions).flatMap(({ lists }) =>
    Object.values(lists?.expands ?? {}).map(({ as }) => as)
  )
  for (const each of [transformer, ...expanded]) {
    if (each) schemas[shapes.nameOfShape(each)] = each.shape
  }
}

const securitySchemes = {
  key: { type: 'http', scheme: 'bearer', description: 'An API key.' },
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The access token of a person who signed in by /auth/login: a JWT by RFC8725.',
  },
  basic: { type: 'http', scheme: 'basic', description: 'An API key as the user name.' },
  header: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'tributary',
    description: 'The session of the console; unsafe methods need its CSRF token.',
  },
}
