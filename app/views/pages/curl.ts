import type { Operation } from '#openapi/operation'

interface Call {
  method: string
  path: string
  says: Operation
}

interface Parameter {
  name: string
  in: string
  example: unknown
}

/** A call as one types it: for this account, with the example of the document, the key in a variable. */
export function curlOf({ method, path, says }: Call, base: string, account: string): string {
  const body = says.requestBody?.content['application/json'] as { example?: unknown } | undefined
  const sends = body && hasFields(body.example) ? JSON.stringify(body.example) : undefined
  const usual = sends ? 'POST' : 'GET'
  return [
    `curl ${method === usual ? '' : `-X ${method} `}'${base}${filled(path, says)}'`,
    ...credentialOf(says),
    ...(says['x-permission'] ? [`-H 'X-Account-Id: ${account}'`] : []),
    ...(sends ? [`-H 'Content-Type: application/json'`, `-d '${escaped(sends)}'`] : []),
  ].join(' \\\n  ')
}

function filled(path: string, { parameters = [] }: Operation) {
  const inPath = (parameters as Parameter[]).filter((each) => each.in === 'path')
  return inPath.reduce(
    (given, { name, example }) => given.replace(`{${name}}`, String(example)),
    path
  )
}

/** In double quotes, for the shell to put in what it knows. */
function credentialOf({ security = [], 'x-permission': permission }: Operation) {
  const ways = security as Record<string, unknown>[]
  if (ways.length === 0) return []
  const variable = !ways.some((way) => 'key' in way)
    ? 'ACCESS_TOKEN'
    : permission
      ? 'KEY'
      : 'AFFILIATE_KEY'
  return [`-H "Authorization: Bearer $${variable}"`]
}

function hasFields(example: unknown) {
  return typeof example === 'object' && example !== null && Object.keys(example).length > 0
}

/** Within single quotes. */
function escaped(json: string) {
  return json.replaceAll("'", String.raw`'\''`)
}
