import vine from '@vinejs/vine'
import { amounts, amountsAboveZero, clearableAmountsAboveZero, currency, whole } from '#http/fields'
import { isCondition } from '#terms/conditions'
import { InvalidFieldsException } from '#exceptions/errors'
import { tiersRise } from '#terms/tiers'
import type { Condition, Tier } from '#terms/types'
import type { FieldContext } from '@vinejs/vine/types'

const hasType = (type: string) => (value: unknown) =>
  (value as { type?: unknown } | null)?.type === type

export const rate = () => whole(0, 10_000).meta({ format: 'basis-points', examples: [2000] })

const rising = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  if (!Array.isArray(value) || tiersRise(value.filter(isTier))) return
  field.report('Each of {{ field }} must begin above the one before it.', 'rising', field)
})

/** The rows of a list are checked after the list itself. */
function isTier(row: unknown): row is Tier {
  const { from } = Object(row)
  return typeof from === 'object' && from !== null
}

/** Better rates, from so much sold in a calendar month on. */
const tiers = () =>
  vine
    .array(vine.object({ from: amountsAboveZero(), rate_bps: rate() }))
    .maxLength(20)
    .use(rising())
    .optional()
    .meta({ format: 'tiers' })

/** What is paid: a percentage of the amount, or a fixed amount per currency. */
export const reward = () =>
  vine.union([
    vine.union.if(
      hasType('flat'),
      vine.object({ type: vine.literal('flat' as const), amounts: amounts() })
    ),
    vine.union.else(
      vine.object({
        type: vine.literal('percent' as const),
        rate_bps: rate(),
        tiers: tiers(),
      })
    ),
  ])

/** The most that a reward pays: of one commission, of one customer, to one affiliate in a calendar month. */
export const caps = () => ({
  cap_per_commission: clearableAmountsAboveZero(),
  cap_per_customer: clearableAmountsAboveZero(),
  cap_per_month: clearableAmountsAboveZero(),
})

/** For how long a customer's payments earn. */
export const duration = () =>
  vine.union([
    vine.union.if(
      hasType('months'),
      vine.object({ type: vine.literal('months' as const), months: whole(1, 1_200) })
    ),
    vine.union.else(vine.object({ type: vine.enum(['first', 'lifetime'] as const) })),
  ])

/** Terms of a link or enrollment; null is the campaign’s. (A union that is `nullable().optional()` loses null.) */
export const ownTerms = () => ({
  reward: reward().optional().nullable(),
  ...caps(),
  duration: duration().optional().nullable(),
})

/** A question that a rule asks. Which operators and values fit which field is asked by `conditionsOf`. */
export const condition = () =>
  vine
    .object({
      field: vine.enum([
        'product',
        'plan',
        'amount',
        'country',
        'coupon',
        'tag',
        'nth_payment',
        'new_customer',
      ] as const),
      op: vine.enum(['is', 'in', 'at_least'] as const),
      value: vine.any(),
      currency: currency().optional(),
    })
    .meta({ format: 'condition' })

/** @throws InvalidFieldsException naming the first condition that makes no sense */
export function conditionsOf(name: 'all' | 'any', given: unknown[] | undefined): Condition[] {
  return (given ?? []).map((each, index) => {
    if (isCondition(each)) return each
    throw InvalidFieldsException.on(
      `${name}.${index}`,
      'condition',
      'This condition does not fit its field. See the API guide for the operators and values of each field.'
    )
  })
}
