import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import ApiKey from '#models/api_key'
import { base } from '#tests/support/api'
import { makeProgram } from '#tests/support/world'

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
for (const name of ['affixo', 'ofauth']) {
  const file = new URL(`./documents/${name}.json`, import.meta.url)
  ajv.addSchema(JSON.parse(readFileSync(file, 'utf8')))
}

/** Why a value is not as another system's document says: `faults('affixo', 'Link', body)`. */
export function faults(document: string, name: string, value: unknown) {
  const validate = ajv.getSchema(`${document}#/$defs/${name}`)!
  return validate(value) ? [] : (validate.errors ?? []).map((each) => ajv.errorsText([each]))
}

/** A client that was written for another system: it knows a base URL and its headers, and nothing of accounts. */
export class Foreign {
  constructor(
    private path: string,
    private headers: Record<string, string> = {}
  ) {}

  get(path: string) {
    return this.send('GET', path)
  }

  post(path: string, body: object | string, headers: Record<string, string> = {}) {
    return this.send('POST', path, body, headers)
  }

  async send(
    method: string,
    path: string,
    body?: object | string,
    headers: Record<string, string> = {}
  ) {
    const response = await fetch(`${base}/compat${this.path}${path}`, {
      method,
      body: typeof body === 'object' ? JSON.stringify(body) : body,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...this.headers,
        ...headers,
      },
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: JSON.parse(text) }
  }
}

/** A program, and a key of it. */
export async function programWithKey(about: Partial<Parameters<typeof ApiKey.mint>[2]> = {}) {
  const program = await makeProgram({ holdDays: 0 })
  const { workspace, owner } = program
  const { secret } = await ApiKey.mint(workspace, owner, { name: 'Moved here', ...about })
  return { ...program, secret: secret! }
}
