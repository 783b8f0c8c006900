import { idFrom, type Prefix } from '#core/ids'
import { InvalidFieldsException } from '#exceptions/errors'
import { isCurrency } from '#money/currencies'
import { parseDecimal } from '#money/format'
import type { Fields } from '#dialects/dialect'
import type { HttpContext } from '@adonisjs/core/http'

/** Which rows the ids of Affixo's bodies and queries name. */
const prefixes = new Map<string, Prefix>([
  ['affiliate_id', 'aff'],
  ['campaign_id', 'camp'],
  ['click_id', 'clk'],
  ['link_id', 'link'],
  ['conversion_id', 'conv'],
  ['referral_id', 'ref'],
  ['payout_id', 'po'],
])

export function parameter(name: string, value: string): [string, string] {
  const own = name === 'status' ? 'state' : name
  return [own, idOf(own, value) as string]
}

export function link(body: Fields): Fields {
  return withIds(said(body))
}

export function click({ ref, visitor_id: visitorId, url, referrer }: Fields): Fields {
  return said({ ref, visitor_id: visitorId, url, referrer })
}

/** A test would bind a customer. */
export function lead(body: Fields): Fields {
  if (body.is_test !== true) return happened(body)
  throw InvalidFieldsException.on('is_test', 'invalid', 'Test leads are not told apart here.')
}

/** Amounts are decimals of the currency, which is USD where none is told: 99.5 is $99.50. */
export function sale(body: Fields): Fields {
  const currency = String(body.currency ?? 'usd').toUpperCase()
  const amount = minorUnits(body.amount, currency)
  return { ...happened(body), amount, currency, test: body.is_test === true }
}

/** A refund is known by the sale's external_id; there is one of a sale. Without an amount it is all that is left. */
export async function refund(body: Fields, { workspace }: HttpContext): Promise<Fields> {
  const { external_id: order, amount, ...rest } = body
  if (typeof order !== 'string') return said({ ...rest, external_id: order })
  const named = said({ ...rest, external_id: `refund:${order}`, conversion_external_id: order })
  if (amount === undefined || amount === null) return named

  const sold = await workspace.related('conversions').query().where('external_id', order).first()
  if (!sold) throw InvalidFieldsException.on('conversion_id', 'invalid', 'There is no such sale.')
  return { ...named, amount: minorUnits(amount, sold.currency ?? workspace.currency) }
}

/** What was brought by whom. Who buys is known by their visitor id, where nothing better is told. */
function happened(body: Fields): Fields {
  const { customer, visitor_id: visitorId, fingerprint, manual_code: coupon, ...rest } = body
  const who = customer
    ? person(customer)
    : { external_id: visitorId ?? fingerprint ?? body.external_id }
  return withIds(said({ coupon, ...rest, visitor_id: visitorId, customer: who }))
}

function person(customer: Fields): Fields {
  const { external_id: id, email, name, country } = customer
  return said({ external_id: id, email, name, country })
}

/** Left as it is where the action has a better word for what is wrong with it. */
function minorUnits(amount: unknown, currency: string) {
  if (typeof amount !== 'number' || !isCurrency(currency)) return amount
  const units = parseDecimal(String(amount), currency)
  if (units !== null) return units
  throw InvalidFieldsException.on('amount', 'amount', `This is no amount of ${currency}.`)
}

/** Both are taken: the UUID of a row, and its id as it is written here. */
function withIds(body: Fields): Fields {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, idOf(name, value)]))
}

function idOf(name: string, value: unknown) {
  const prefix = prefixes.get(name)
  return prefix && typeof value === 'string' ? idFrom(prefix, value) : value
}

/** Null and absent are the same to say. */
function said(body: Fields): Fields {
  const given = Object.entries(body).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(given)
}
