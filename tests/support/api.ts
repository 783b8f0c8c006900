import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { openapi } from '#openapi/document'
import { resources } from '#start/resources'
import ApiKey from '#models/api_key'
import type { PermissionMap } from '#models/types'
import type User from '#models/user'
import type Workspace from '#models/workspace'
import type { ValidateFunction } from 'ajv'

export interface ApiAnswer {
  status: number
  headers: Headers
  text: string
  /** Parsed; null when there is none. */

  body: any
}

interface Sending {
  headers?: Record<string, string>
  /** The body as it is, where it is to be no JSON. */
  raw?: string | Uint8Array<ArrayBuffer>
}

export const base = `http://${process.env.HOST}:${process.env.PORT}`

/** A client of the API that checks every answer against the OpenAPI document. */
export class Api {
  constructor(private headers: Record<string, string> = {}) {}

  get(path: string, sending?: Sending) {
    return this.send('GET', path, undefined, sending)
  }

  post(path: string, body: object = {}, sending?: Sending) {
    return this.send('POST', path, body, sending)
  }

  patch(path: string, body: object, sending?: Sending) {
    return this.send('PATCH', path, body, sending)
  }

  put(path: string, body: object, sending?: Sending) {
    return this.send('PUT', path, body, sending)
  }

  delete(path: string, sending?: Sending) {
    return this.send('DELETE', path, undefined, sending)
  }

  /** The HTML of a page of the console. */
  async page(path: string) {
    const response = await fetch(base + path, { headers: this.headers, redirect: 'manual' })
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
    return response.text()
  }

  /** A form of the console, as a browser without JavaScript posts it. */
  form(path: string, fields: Record<string, string>) {
    return fetch(base + path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { ...this.headers, Referer: base + path },
      redirect: 'manual',
    })
  }

  /** The same caller with more headers. */
  with(headers: Record<string, string>) {
    return new Api({ ...this.headers, ...headers })
  }

  async send(method: string, path: string, body?: object, { headers, raw }: Sending = {}) {
    const sends = raw ?? (body && JSON.stringify(body))
    const response = await fetch(`${base}/api/v1${path}`, {
      method,
      body: sends,
      headers: {
        ...(sends !== undefined && { 'Content-Type': 'application/json' }),
        ...this.headers,
        ...headers,
      },
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    const answer: ApiAnswer = {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text ? JSON.parse(text) : null,
    }
    assertDocumented(method, path, answer)
    return answer
  }
}

/** A key of the workspace that may do all, or what the map says, and its client. */
export async function apiOf(workspace: Workspace, owner: User, permissions?: PermissionMap) {
  const key = await ApiKey.mint(workspace, owner, { name: 'Test', permissions })
  return clientOf(key.secret!, workspace)
}

export function clientOf(secret: string, workspace: Workspace) {
  return new Api({ 'Authorization': `Bearer ${secret}`, 'X-Account-Id': workspace.id })
}

const document = openapi(resources)
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(document, 'openapi')

const compiled = new Map<string, ValidateFunction>()

/** @throws Error when the document does not promise this answer */
export function assertDocumented(method: string, path: string, { status, body }: ApiAnswer) {
  if (status >= 500)
    throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(body)}`)
  const template = templateOf(path.split('?')[0])
  if (!template) return
  const operation = document.paths[template][method.toLowerCase()]
  if (!operation || method === 'HEAD') return
  const pointer = [
    ...['paths', template, method.toLowerCase(), 'responses', String(status)],
    ...['content', 'application/json', 'schema'],
  ]
  const promised = (operation as { responses: Record<string, { $ref?: string; content?: object }> })
    .responses[status]
  if (!promised) throw new Error(`${method} ${template} does not document ${status}`)
  const place = promised.$ref
    ? `${promised.$ref}/content/application~1json/schema`
    : `#/${pointer.map((part) => encodeURIComponent(part.replaceAll('/', '~1'))).join('/')}`
  if (body === null) return

  const validate = compiled.get(place) ?? ajv.compile({ $ref: `openapi${place}` })
  compiled.set(place, validate)
  if (!validate(body)) {
    throw new Error(
      `${method} ${template} ${status} is not as documented: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(body)}`
    )
  }
}

function templateOf(path: string) {
  const templates = Object.keys(document.paths)
  return (
    templates.find((template) => template === `/api/v1${path}`) ??
    templates.find((template) =>
      new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(`/api/v1${path}`)
    )
  )
}
