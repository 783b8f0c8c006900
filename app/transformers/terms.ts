import * as shapes from '#openapi/shape'
import { legalOps } from '#terms/conditions'
import type { Shape } from '#openapi/shape'
import type { Amounts } from '#models/types'

const bps = (): Shape => shapes.whole({ minimum: 0, maximum: 10_000, description: 'Basis points.' })

const values: Shape[] = [shapes.text(), shapes.whole(), shapes.flag()]

/** What is promised, as the API says it. */
export const rewardShape: Shape = {
  oneOf: [
    shapes.object(
      { type: { const: 'percent' }, rate_bps: bps() },
      { tiers: shapes.list(shapes.object({ from: shapes.amounts(), rate_bps: bps() })) }
    ),
    shapes.object({ type: { const: 'flat' }, amounts: shapes.amounts() }),
  ],
}

/** What a rule asks of a conversion, as the API says it. */
export const conditionShape: Shape = shapes.object(
  {
    field: shapes.oneOf(Object.keys(legalOps)),
    op: shapes.oneOf(['is', 'in', 'at_least']),
    value: { anyOf: [...values, ...values.map((value) => shapes.list(value))] },
  },
  { currency: shapes.currency() }
)

/** For how long, as the API says it. */
export const durationShape: Shape = {
  oneOf: [
    shapes.object({ type: shapes.oneOf(['first', 'lifetime']) }),
    shapes.object({ type: { const: 'months' }, months: shapes.whole({ minimum: 1 }) }),
  ],
}

/** The most that is paid, as the API says it; in currencies without an amount there is no cap. */
export const capShapes = {
  cap_per_commission: shapes.nullable(shapes.amounts()),
  cap_per_customer: shapes.nullable(shapes.amounts()),
  cap_per_month: shapes.nullable(shapes.amounts()),
}

/** The terms that a link or enrollment may have of its own. */
export const ownTermsShapes = {
  reward: shapes.nullable(rewardShape),
  ...capShapes,
  duration: shapes.nullable(durationShape),
}

interface Capped {
  capPerCommission: Amounts | null
  capPerCustomer: Amounts | null
  capPerMonth: Amounts | null
}

export function caps({ capPerCommission, capPerCustomer, capPerMonth }: Capped) {
  return {
    cap_per_commission: capPerCommission,
    cap_per_customer: capPerCustomer,
    cap_per_month: capPerMonth,
  }
}
