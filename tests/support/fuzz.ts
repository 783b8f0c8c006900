import fc from 'fast-check'
import { createGeneratorSync, type JsonSchema } from 'json-schema-faker'
import { openapi } from '#openapi/document'
import { resources } from '#start/resources'
import { hostileValues, placesIn, put } from '#tests/support/hostile'
import { routes, type Route } from '#tests/support/actions'

/** One request to try: what is asked, by whom, how far from what the document says, and the seed of its details. */
export interface Trial {
  route: Route
  credential: string
  manner: 'valid' | 'nearly' | 'hostile'
  rows: 'own' | 'foreign' | 'nobody' | 'hostile'
  seed: number
}

interface Parameter {
  name: string
  in: string
  schema: JsonSchema
}

/** The document, with bounds that keep what is made of it short; hostile values are the long ones. */
const bounds: Record<string, number> = { maxLength: 60, maximum: 1_000_000 }
const document = JSON.parse(JSON.stringify(openapi(resources)), (name, value) =>
  typeof value === 'number' && name in bounds ? Math.min(value, bounds[name]) : value
) as ReturnType<typeof openapi>

export function trials(credentials: string[], howMany: number, seed: number): Trial[] {
  const trial = fc.record({
    route: fc.constantFrom(...routes),
    credential: fc.constantFrom(...credentials),
    manner: fc.constantFrom(
      'valid' as const,
      'valid' as const,
      'nearly' as const,
      'hostile' as const
    ),
    rows: fc.constantFrom(
      ...(['own', 'own', 'own', 'own', 'foreign', 'nobody', 'hostile'] as const)
    ),
    seed: fc.nat(),
  })
  return fc.sample(trial, { numRuns: howMany, seed })
}

/** The query and body of a trial; what the world has is put where the document cannot know it. */
export function requestOf({ route, manner, seed }: Trial, known: Record<string, unknown>) {
  const pick = picker(seed)
  const { parameters, requestBody } = operationOf(route)
  const make = generator(seed)
  const body = requestBody && withKnown(make(requestBody.content['application/json'].schema), known)
  const query = parameters
    .filter(({ in: place, name }) => place === 'query' && name !== 'account_id' && pick(4) === 0)
    .map(({ name, schema }): [string, unknown] => [name, make(schema)])

  const raws = ['', '{', '[]', 'null', '"x"', '{"x": 1}', '{"a":'.repeat(80) + '1' + '}'.repeat(80)]
  if (manner === 'valid') return { query: textOf(query), body }
  if (manner === 'nearly') return { query: textOf(query), body: body && broken(body, pick) }
  if (pick(3) === 0) return { query: textOf(query), raw: raws[pick(raws.length)] }
  return {
    query: textOf([...query, hostileParameter(parameters, pick)]),
    body: body && broken(broken(body, pick), pick),
  }
}

/** A whole number below `most`, anew for each call, the same for a seed. */
export function picker(seed: number) {
  let state = (seed * 2_654_435_761) % 4_294_967_296
  return (most: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * most)
  }
}

function operationOf({ template, method }: Route) {
  const operation = document.paths[`/api/v1${template}`][method.toLowerCase()] as unknown
  return operation as {
    parameters: Parameter[]
    requestBody?: { content: { 'application/json': { schema: JsonSchema } } }
  }
}

function generator(seed: number) {
  const { generate } = createGeneratorSync({ seed, optionalsProbability: 0.5, maxItems: 3 })
  return (schema: JsonSchema) => generate(schema)
}

/** Ids, currencies and the like that the world has; mostly, so that other branches are taken too. */
function withKnown(made: unknown, known: Record<string, unknown>): object {
  if (typeof made !== 'object' || made === null) return {}
  if (Array.isArray(made)) return made.map((item) => itemWithKnown(item, known))
  return Object.fromEntries(
    Object.entries(made).map(([name, value]) => [name, known[name] ?? itemWithKnown(value, known)])
  )
}

function itemWithKnown(value: unknown, known: Record<string, unknown>) {
  return typeof value === 'object' && value !== null ? withKnown(value, known) : value
}

function broken(body: object, pick: (most: number) => number): object {
  const places = [...placesIn(body), ['typo']]
  return put(body, places[pick(places.length)], hostileValues[pick(hostileValues.length)])
}

function hostileParameter(parameters: Parameter[], pick: (most: number) => number) {
  const names = ['typo', '__proto__', ...parameters.map(({ name }) => name)]
  const texts = hostileValues.filter((value) => typeof value === 'string' && value.length < 300)
  return [names[pick(names.length)], texts[pick(texts.length)]] as [string, unknown]
}

function textOf(query: [string, unknown][]) {
  const pairs = query.flatMap(([name, value]) =>
    [value].flat().map((each) => [name, String(each).toWellFormed()])
  )
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}
