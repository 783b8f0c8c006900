import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { isCurrency, MAX_SALE_AMOUNT } from '#money/currencies'
import type { FieldContext } from '@vinejs/vine/types'

/** Building blocks of validators. Numbers and booleans are strict: forms are typed before they come here. */

/** One line of text. */
export const text = (max = 255) => vine.string().trim().minLength(1).maxLength(max)

/** A whole number. */
export const whole = (min: number, max: number) =>
  vine.number({ strict: true }).withoutDecimals().range([min, max])

export const yes = () => vine.boolean({ strict: true })

export const email = () => vine.string().trim().toLowerCase().email().maxLength(254)

/** An ISO 3166 country code. */
export const country = () =>
  vine
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/)
    .meta({ examples: ['DE'] })

/** An id of another row; that it exists is asked where it is used. */
export const idOf = () => vine.string().trim().minLength(1).maxLength(40)

const currencyRule = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value === 'string' && !isCurrency(value)) {
    field.report('{{ field }} must be an ISO 4217 currency such as USD.', 'currency', field)
  }
})

export const currency = () =>
  vine
    .string()
    .trim()
    .toUpperCase()
    .fixedLength(3)
    .use(currencyRule())
    .meta({ format: 'currency', examples: ['USD'] })

/** Minor units from 0 to what a sale may be. The form of the console sends decimals; they become this. */
export const amount = () =>
  whole(0, MAX_SALE_AMOUNT).meta({ format: 'minor-units', examples: [9900] })

const digitsRule = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value !== 'string' || /^\d{1,12}$/.test(value)) return
  field.report('{{ field }} must be whole minor units: 9900 is $99.00.', 'digits', field)
})

/** Minor units in a query. `99.00` is meant to be something else, so nothing is guessed. */
export const digits = () => vine.string().use(digitsRule()).transform(Number)

/** Minor units, negative too. */
export const signedAmount = () =>
  whole(-MAX_SALE_AMOUNT, MAX_SALE_AMOUNT).meta({ format: 'minor-units', examples: [-500] })

const currencyKeys = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  const strange = Object.keys((value ?? {}) as object).filter((key) => !isCurrency(key))
  if (strange.length > 0) {
    field.report(`{{ field }} names what is no currency: ${strange.join(', ')}.`, 'currency', field)
  }
})

const aboutAmounts = { format: 'amounts', examples: [{ USD: 5000 }] }
const amountsOf = (least = 0) =>
  vine
    .record(whole(least, MAX_SALE_AMOUNT).meta({ format: 'minor-units', examples: [9900] }))
    .use(currencyKeys())

/** Minor units by currency. */
export const amounts = () => amountsOf().meta(aboutAmounts)
export const optionalAmounts = () => amountsOf().optional().meta(aboutAmounts)
export const clearableAmounts = () => amountsOf().nullable().optional().meta(aboutAmounts)

/** Minor units above 0 by currency. */
export const amountsAboveZero = () => amountsOf(1).meta(aboutAmounts)
export const clearableAmountsAboveZero = () => amountsOf(1).nullable().optional().meta(aboutAmounts)

const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/

const instantRule = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value !== 'string') return
  const at = DateTime.fromISO(value, { zone: 'utc' })
  if (!ISO.test(value) || !at.isValid || at.year < 1970 || at.year > 2200) {
    field.report(
      '{{ field }} must be a date and time in ISO 8601, such as 2026-03-02T09:00:00Z.',
      'instant',
      field
    )
  }
})

const aboutInstants = { format: 'date-time', examples: ['2026-03-02T09:00:00.000Z'] }

/** An instant in ISO 8601; without an offset it is UTC. */
export const instant = () =>
  vine.string().trim().use(instantRule()).transform(toInstant).meta(aboutInstants)

const happenedRule = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value !== 'string') return
  if (DateTime.fromISO(value, { zone: 'utc' }) > clock.now().plus({ days: 1 }))
    field.report('{{ field }} lies in the future. Leave it out for now.', 'happened', field)
})

/** The instant of what happened already; a day is allowed for clocks and zones that are wrong. */
export const happened = () =>
  vine
    .string()
    .trim()
    .use(instantRule())
    .use(happenedRule())
    .transform(toInstant)
    .meta(aboutInstants)

/** Vine asks it for null too, where null is a value. */
function toInstant(value: string) {
  return value === null ? value : DateTime.fromISO(value, { zone: 'utc' })
}

const webUrl = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value !== 'string') return
  if (!/^https?:$/.test(protocolOf(value))) {
    field.report(
      '{{ field }} must be a web address that begins with http:// or https://.',
      'url',
      field
    )
  }
})

export const url = () => vine.string().trim().maxLength(2000).use(webUrl()).meta({ format: 'uri' })

/** `https://shop.example.com`: a site as browsers name it. A path after it is let go. */
export const origin = () =>
  vine
    .string()
    .trim()
    .maxLength(255)
    .use(webUrl())
    .transform((value) => URL.parse(value)?.origin ?? value)
    .meta({ format: 'uri', examples: ['https://shop.example.com'] })

function protocolOf(value: string) {
  return URL.parse(value)?.protocol ?? ''
}

const zoneRule = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value === 'string' && !DateTime.utc().setZone(value).isValid) {
    field.report('{{ field }} must be a time zone such as Europe/Berlin.', 'timezone', field)
  }
})

export const timezone = () =>
  vine
    .string()
    .trim()
    .maxLength(64)
    .use(zoneRule())
    .meta({ examples: ['Europe/Berlin'] })

const compactRule = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (typeof value === 'string') field.mutate(value.replaceAll(/[\s-]/g, '').toUpperCase(), field)
})

/** What is written in groups on paper, and kept without spaces and dashes. */
export const compact = () => vine.string().maxLength(60).use(compactRule())

/** An IBAN, its length by country and its checksum (ISO 13616). */
export const iban = () =>
  compact()
    .iban()
    .meta({ examples: ['DE89370400440532013000'] })

/** The code of a bank: 8 or 11 characters (ISO 9362). */
export const bic = () =>
  compact()
    .regex(/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/)
    .meta({ examples: ['COBADEFFXXX'] })
