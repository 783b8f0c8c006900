import vine from '@vinejs/vine'
import { amounts, currency, whole } from '#http/fields'
import { isCondition } from '#terms/conditions'
import { InvalidFieldsException } from '#exceptions/errors'
import type { Condition } from '#terms/types'

const hasType = (type: string) => (value: unknown) =>
  (value as { type?: unknown } | null)?.type === type

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
        rate_bps: whole(0, 10_000).meta({ format: 'basis-points', examples: [2000] }),
      })
    ),
  ])

/** For how long a customer's payments earn. */
export const duration = () =>
  vine.union([
    vine.union.if(
      hasType('months'),
      vine.object({ type: vine.literal('months' as const), months: whole(1, 1_200) })
    ),
    vine.union.else(vine.object({ type: vine.enum(['first', 'lifetime'] as const) })),
  ])

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
