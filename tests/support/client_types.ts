import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'
import { openapi } from '#openapi/document'
import { resources } from '#start/resources'

const ABOUT = '/** Made from the OpenAPI document of Tributary: see CONTRIBUTING.md. */\n'

/** What the client says or reads by itself, on every call. */
const SPOKEN_BY_CLIENT = ['account_id', 'X-Account-Id', 'Idempotency-Key']

interface Tree {
  [name: string]: unknown
}

/** The types of the TypeScript client, as they stand in clients/typescript/src/openapi.ts. */
export async function clientTypes(): Promise<string> {
  const document = slim(openapi(resources)) as OpenAPI3 & { components: Tree }
  document.components = { schemas: document.components.schemas }
  const types = astToString(await openapiTS(document, { silent: true }))
  const style = await resolveConfig(new URL('../../package.json', import.meta.url).pathname)
  return format(ABOUT + types, { ...style, parser: 'typescript' })
}

/** Without examples, headers and refusals, which the client knows once for all calls. */
function slim(value: unknown, name = ''): unknown {
  if (Array.isArray(value))
    return value
      .filter((each) => !(name === 'parameters' && SPOKEN_BY_CLIENT.includes(each.name)))
      .map((each) => slim(each))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => isKept(key, name))
  return Object.fromEntries(kept.map(([key, inner]) => [key, slim(inner, key)]))
}

function isKept(key: string, name: string) {
  if (name === 'properties') return true
  if (name === 'responses') return Number(key) < 400
  return !['example', 'examples', 'headers'].includes(key)
}
