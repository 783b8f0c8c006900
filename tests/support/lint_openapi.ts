import { createConfig, lintFromString } from '@redocly/openapi-core'
import core from '@stoplight/spectral-core'
import owasp from '@stoplight/spectral-owasp-ruleset'
import type { RulesetDefinition } from '@stoplight/spectral-core'

/** What Redocly's recommended rules say of a document, those that only warn too. */
export async function redocly(document: object): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: 'openapi.json',
    config,
  })
  return problems.map(({ ruleId, message, location }) => {
    const [{ pointer } = { pointer: '' }] = location
    return `${ruleId}: ${message} (${pointer})`
  })
}

export interface Broken {
  rule: string
  message: string
  place: string
}

/** What Spectral's OWASP rules say of a document. */
export async function owaspTop10(document: object): Promise<Broken[]> {
  const spectral = new core.Spectral()
  spectral.setRuleset({ extends: [[unwrapped(owasp), 'all']] } as RulesetDefinition)
  const results = await spectral.run(document as Record<string, unknown>)
  return results.map(({ code, message, path }) => ({
    rule: String(code),
    message,
    place: path.join('/'),
  }))
}

/** The package is CommonJS, and says so twice. */
function unwrapped(module: unknown): unknown {
  const inner = (module as { default?: unknown }).default
  return inner ?? module
}
