import type { Fields } from '#dialects/dialect'

/** Fields of a link that have another name there. */
const names = new Map([
  ['title', 'name'],
  ['short_code', 'ref_param'],
])

export function parameter(name: string, value: string): [string, string] {
  const own = snakeCase(name)
  return [own === 'status' ? 'state' : own, value]
}

export function link(body: Fields): Fields {
  const fields = Object.entries(body).map(([name, value]) => [ownName(name), value])
  return Object.fromEntries(fields.filter(([, value]) => value !== null))
}

function ownName(name: string) {
  const own = snakeCase(name)
  return names.get(own) ?? own
}

function snakeCase(name: string) {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
