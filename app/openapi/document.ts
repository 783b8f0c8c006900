import { appUrl } from '#config/app'
import { patternOf, type Resource, type Verb } from '#http/resource'
import { errorResponses, errorShape } from '#openapi/errors'
import { operation } from '#openapi/operation'
import { cursorPagination, pagePagination } from '#openapi/pagination'
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
        content: { 'application/json': { schema: shapes.anything() } },
      },
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
  for (const { resource, verb } of apiActions(resources)) {
    const path = pathOf(resource, verb)
    const { method, says } = operation(resource, verb)
    paths[path] = { ...paths[path], [method]: says }
    addShapes(schemas, resource)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tributary',
      version: '1.0.0',
      description: 'Affiliates, clicks, conversions, commissions and payouts of a program.',
      license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
    },
    servers: [{ url: appUrl }],
    paths,
    components: { schemas, responses: errorResponses, securitySchemes },
  }
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
    Object.values(lists?.expands ?? {})
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
    description: 'The access token of a person who signed in by /auth/login; an RFC 8725 JWT.',
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
