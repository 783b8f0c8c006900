import type { Schema } from '#http/schema_of'

export const sql = `'; DROP TABLE commissions; -- " OR 1=1`
export const html = `<script>alert(1)</script><img src=x onerror="alert(2)">`

/** What people and programs send where they should not. */
export const hostileValues: unknown[] = [
  ...[null, true, false, 0, -0, 1, -1, 1.5, 1e30, -1e30, 2 ** 53, 999_999_999_999, 5e-324],
  ...['', ' ', '0', '-1', 'null', '\0', 'a\0b', '\ud800', '\u202e\u200b', 'İßŉ', '💰'.repeat(64)],
  ...[sql, html, '=HYPERLINK("http://x")', '../../etc/passwd', '{{ 7*7 }}', '${7*7}', '%00'],
  ...['x'.repeat(254), 'x'.repeat(256), 'x'.repeat(70_000), 'a@b.co', 'DE', 'USD', 'XXX', 'JPY'],
  ...[
    '2026-02-30',
    '0000-01-01',
    '9999-12-31T23:59:59Z',
    '1969-12-31',
    '2026-01-01T00:00:00+14:00',
  ],
  ...[
    'http://x',
    'javascript:alert(1)',
    'ftp://x',
    'http://',
    '//x',
    'Mars/Olympus',
    '10.0.0.0/99',
  ],
  ...[[], [null], [[]], ['x', 'x'], [1, 'x', {}], Array.from({ length: 200 }, () => 'x')],
  ...[{}, { x: 1 }, { USD: -1 }, { USD: 1.5 }, { XXX: 1 }, { type: 'percent' }, { type: 'flat' }],
  ...[
    { type: 'percent', rate_bps: 1e9 },
    { type: 'percent', rate_bps: 1, amounts: {} },
  ],
  JSON.parse('{"__proto__": {"polluted": true}}'),
  JSON.parse('{"constructor": {"prototype": {"polluted": true}}}'),
]

type Place = (string | number)[]

/** A body that fits the schema, with the values that the world knows for some names. */
export function sample(schema: Schema, known: Record<string, unknown>, name = ''): unknown {
  if (name in known) return known[name]
  if (schema.anyOf)
    return sample(
      schema.anyOf.find(({ type }) => type !== 'null')!,
      known,
      name
    )
  if (schema.enum) return schema.enum[0]
  if (schema.format === 'date-time') return '2026-03-02T09:00:00.000Z'
  if (schema.format === 'uri') return 'https://shop.example.com/'
  if (schema.format === 'amounts') return { USD: 100 }
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([field, inner]) => [
        field,
        sample(inner, known, field),
      ])
    )
  }
  const type = [schema.type].flat()[0]
  if (type === 'object') return { note: 'x' }
  if (type === 'array') return schema.items ? [sample(schema.items, known)] : []
  if (type === 'integer' || type === 'number') return Math.max(1, Number(schema.minimum ?? 1))
  if (type === 'boolean') return true
  return 'text'
}

/** Every place in a body where something can be put. */
export function placesIn(body: unknown, above: Place = []): Place[] {
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([name, inner]) => {
    const place = [...above, Array.isArray(body) ? Number(name) : name]
    return [place, ...placesIn(inner, place)]
  })
}

/** The body with another value in one place. */
export function put(body: object, [name, ...rest]: Place, value: unknown): object {
  const copy = Array.isArray(body) ? [...body] : { ...body }
  const inner = (body as Record<string | number, unknown>)[name]
  const changed = rest.length > 0 ? put(inner as object, rest, value) : value
  Object.defineProperty(copy, name, { value: changed, enumerable: true, configurable: true })
  return copy
}

/** What stands in one place of an answer. */
export function at(body: unknown, place: Place): unknown {
  return place.reduce(
    (inner: unknown, name) => (inner as Record<string | number, unknown> | null)?.[name],
    body
  )
}
