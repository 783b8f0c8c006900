import { appUrl } from '#config/app'
import { currentDocument } from '#openapi/current'
import { codes } from '#openapi/errors'
import { curlOf } from '#views/pages/curl'
import { fieldsOf, typeInWords, type Field } from '#views/pages/schema_in_words'
import type { Operation } from '#openapi/operation'
import type { Shape } from '#openapi/shape'
import type Workspace from '#models/workspace'

/** A part of the API: the paths that begin with its name. */
export interface Part {
  name: string
  about: string
  count: number
}

/** One call as it is listed, and what it is found by. */
export interface Listed {
  id: string
  part: string
  method: string
  path: string
  says: string
  needs: string
}

const { paths, tags, components } = currentDocument()

const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods as Record<string, Operation>).map(([method, says]) => ({
    method: method.toUpperCase(),
    path,
    says,
  }))
)
type Described = (typeof operations)[number]

/** The parts, in the order of the document. */
export const parts: Part[] = tags.map(({ name, description }) => ({
  name,
  about: description,
  count: operations.filter(({ says }) => says.tags[0] === name).length,
}))

/** The calls in which each of the words stands: in the path, the summary, the permission or a field. */
export function findCalls(q: string): Listed[] {
  const words = q.toLowerCase().split(/\s+/)
  return operations.filter((one) => words.every((word) => textOf(one).includes(word))).map(listed)
}

/** The calls of a part in full, as someone of this workspace would send them. */
export function callsOf(part: string, workspace: Workspace) {
  return operations
    .filter(({ says }) => says.tags[0] === part)
    .map((one) => ({
      ...listed(one),
      parameters: parametersOf(one.says).map(fieldOfParameter),
      body: bodyOf(one.says) ? fieldsOf(bodyOf(one.says)!.schema, find) : [],
      curl: curlOf(one, appUrl, workspace.id),
      ...answerOf(one.says),
      refusals: refusalsOf(one.says),
    }))
}

/** What every call has in common. */
export function startPage(workspace: Workspace) {
  const first = operations.find(({ says }) => says.operationId === 'affiliates.index')!
  return {
    base: `${appUrl}/api/v1`,
    account: workspace.id,
    curl: curlOf(first, appUrl, workspace.id),
    codes: Object.entries(codes).map(([status, words]) => ({ status, words: words.join(', ') })),
  }
}

function listed({ method, path, says }: Described): Listed {
  return {
    id: says.operationId as string,
    part: says.tags[0],
    method,
    path,
    says: says.summary as string,
    needs: needs(says),
  }
}

function textOf({ method, path, says }: Described) {
  const fields = bodyOf(says) ? fieldsOf(bodyOf(says)!.schema, find) : []
  const names = [...parametersOf(says), ...fields].map(({ name }) => name)
  return [method, path, says.summary, needs(says), ...names].join(' ').toLowerCase()
}

/** What a caller must have. */
function needs(says: Operation) {
  const security = (says.security ?? []) as Record<string, unknown>[]
  if (security.length === 0) return 'no credential'
  const isForPeople = !security.some((way) => 'key' in way)
  const permission = says['x-permission'] as string | undefined
  if (!permission) return isForPeople ? 'a person who signed in' : 'the key of an affiliate'
  return isForPeople ? `${permission}, people only` : permission
}

interface Parameter {
  name: string
  in: string
  required?: boolean
  schema: Shape
  description?: string
}

/** But for what every call has, which the first page tells. */
function parametersOf(says: Operation): Parameter[] {
  const everywhere = ['account_id', 'X-Account-Id', 'Idempotency-Key']
  return ((says.parameters ?? []) as Parameter[]).filter(({ name }) => !everywhere.includes(name))
}

function fieldOfParameter({ name, in: place, required, schema, description }: Parameter): Field {
  return {
    name,
    type: typeInWords(schema, find),
    required: required === true,
    about: place === 'path' ? 'Stands in the path.' : (description ?? ''),
  }
}

function bodyOf({ requestBody }: Operation) {
  return requestBody?.content['application/json']
}

interface Answer {
  content?: Record<string, { example?: unknown }>
}

function answerOf({ responses }: Operation) {
  const statuses = Object.keys(responses).filter((status) => Number(status) < 400)
  const { content } = responses[statuses[0]] as Answer
  const example = content && Object.values(content)[0].example
  return {
    statuses: statuses.join(', '),
    answer: typeof example === 'object' ? JSON.stringify(example, null, 2) : null,
    isFile: content !== undefined && !('application/json' in content),
  }
}

function refusalsOf({ responses }: Operation) {
  return Object.keys(responses)
    .filter((status) => Number(status) >= 400)
    .join(', ')
}

function find(ref: string): Shape {
  return (components.schemas as Record<string, Shape>)[ref.split('/').at(-1)!]
}
