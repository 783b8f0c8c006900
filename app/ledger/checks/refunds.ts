import db from '@adonisjs/lucid/services/db'
import { sentences, type Check, type Within } from '#ledger/checks/check'

/** 4. What a conversion says was refunded is the sum of its applied refunds. */
export const refunds: Check = {
  number: 4,
  name: 'refunded amounts are the sums of applied refunds',
  looks: [{ table: 'conversions', broken: wrongSums }],
}

async function wrongSums(within: Within) {
  const rows: { id: string; refunded: number; amount: number; total: number }[] = await within(
    db.from('conversions')
  )
    .leftJoin('refunds', (join) =>
      join.on('refunds.conversion_id', 'conversions.id').andOnVal('refunds.state', 'applied')
    )
    .groupBy('conversions.id', 'conversions.refunded_amount', 'conversions.amount')
    .havingRaw(
      `coalesce(sum(refunds.amount), 0) <> conversions.refunded_amount
        or conversions.refunded_amount < 0 or conversions.refunded_amount > conversions.amount`
    )
    .select('conversions.id', 'conversions.refunded_amount as refunded', 'conversions.amount')
    .select(db.raw('coalesce(sum(refunds.amount), 0) as total'))
  return sentences(
    rows,
    ({ refunded, amount, total }) =>
      `says ${refunded} of ${amount} was refunded, but its applied refunds sum to ${total}`
  )
}
