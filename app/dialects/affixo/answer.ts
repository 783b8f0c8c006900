import { uuidOf } from '#core/ids'
import { formatDecimal } from '#money/format'
import type { Fields } from '#dialects/dialect'
import type { HttpContext } from '@adonisjs/core/http'

/** Ids of others, which may look like ours. */
const foreign = /(^|_)(external|visitor|subscription)_id$/

const amounts = ['amount', 'refunded_amount', 'minimum', 'available'].concat(
  ['held', 'pending', 'due', 'processing', 'paid'] // of a balance
)

export function object(name: string) {
  return (answer: Fields) => ({ object: name, data: spoken(answer) })
}

export function named(name: string) {
  return ({ data }: Fields) => ({ object: name, data: spoken(data) })
}

export function list({ data, pagination }: Fields) {
  return { object: 'list', data: spoken(data), pagination }
}

/** `ok` and what follows it is how Affixo answers what is tracked. How a visitor was known is our reading. */
export function trackedClick({ click, visitor_id: visitorId }: Fields, { request }: HttpContext) {
  const wasKnown = request.input('visitor_id') === visitorId
  return {
    ...object('click')(click),
    ok: true,
    visitor_id: visitorId,
    match_method: wasKnown ? 'cookie' : 'none',
    match_confidence: wasKnown ? 1 : 0,
  }
}

export function tracked(answer: Fields, { request }: HttpContext) {
  const { conversion, commissions, attributed } = answer
  return {
    ...object('conversion')({ ...conversion, commissions }),
    ok: true,
    attributed,
    ...(attributed
      ? { conversion_id: uuidOf(conversion.id) }
      : { visitor_id: request.input('visitor_id') ?? null }),
  }
}

export function refunded({ refund }: Fields) {
  const { conversion_id: id } = refund
  return { ...object('refund')(refund), ok: true, conversion_id: id && uuidOf(id) }
}

/** UUIDs for ids, decimals for minor units, and `status` beside `state`. */
function spoken(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spoken)
  if (typeof value !== 'object' || value === null) return value
  const fields = value as Fields
  const entries = Object.entries(fields).map(([name, inner]) => [
    name,
    spokenField(name, inner, fields.currency),
  ])
  return { ...Object.fromEntries(entries), ...('state' in fields && { status: fields.state }) }
}

function spokenField(name: string, value: unknown, currency: unknown) {
  const isId = name === 'id' || name === 'reversal_of' || name.endsWith('_id')
  if (isId && typeof value === 'string' && !foreign.test(name)) return uuidOf(value)
  if (typeof currency === 'string' && typeof value === 'number' && amounts.includes(name))
    return Number(formatDecimal(value, currency))
  return spoken(value)
}
