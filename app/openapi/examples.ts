import { exampleOf } from '#openapi/example'
import type { Shape } from '#openapi/shape'

interface Content {
  schema: Shape
  example?: unknown
}

interface Operation {
  tags: string[]
  requestBody?: { content: Record<string, Content> }
  responses: Record<string, { content?: Record<string, Content> }>
}

/** What a name stands for, by what it is the name of. */
const names: Record<string, string> = {
  workspace: 'Acme',
  workspaces: 'Acme',
  campaigns: 'Spring sale',
  api_keys: 'Shop',
  links: 'Newsletter',
}

/** Gives every body and every answer of some operations an example. `find` looks up what schemas refer to. */
export function giveExamples(operations: Operation[], find: (ref: string) => Shape) {
  for (const { tags, requestBody, responses } of operations) {
    const name = names[tags[0]]
    for (const content of Object.values(requestBody?.content ?? {}))
      content.example = exampleOf(shortest(content.schema), find, { name })
    for (const { content = {} } of Object.values(responses))
      for (const one of Object.values(content)) one.example = exampleOf(one.schema, find, { name })
  }
}

/** What one sends at first: what is asked for, else what is usual. */
function shortest(schema: Shape): Shape {
  const short: Shape = { ...schema }
  if (schema.properties) short.properties = wanted(schema)
  if (schema.items) short.items = shortest(schema.items as Shape)
  if (Array.isArray(schema.oneOf)) short.oneOf = schema.oneOf.map(shortest)
  return short
}

function wanted({ properties, required = [] }: Shape) {
  const all = Object.entries(properties as Record<string, Shape>)
  const chosen = all.filter(([field]) => (required as string[]).includes(field) || field === 'name')
  const kept = chosen.length > 0 ? chosen : all.slice(0, 1)
  return Object.fromEntries(kept.map(([field, inner]) => [field, shortest(inner)]))
}
