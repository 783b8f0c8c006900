import { BaseTransformer } from '@adonisjs/core/transformers'
import { fromStored } from '#database/instants'
import { postingKinds } from '#ledger/statements/postings'
import { totals, type Detail, type Statement } from '#ledger/statements/statement'
import * as shapes from '#openapi/shape'
import { iso } from '#transformers/stamps'

const month = {
  type: 'string',
  pattern: String.raw`^\d{4}-\d{2}$`,
  maxLength: 7,
  examples: ['2026-03'],
}

const balance = {
  currency: shapes.currency(),
  ...Object.fromEntries(['opening', ...totals, 'closing'].map((name) => [name, shapes.money()])),
}

const properties = {
  id: month,
  affiliate_id: shapes.idOf('aff'),
  starts_at: shapes.instant(),
  ends_at: shapes.instant(),
  final: shapes.flag(),
}

/** A statement without its lines. */
export default class StatementTransformer extends BaseTransformer<Statement> {
  static shape = shapes.object({ ...properties, balances: shapes.list(shapes.object(balance)) })

  toObject() {
    const { month: id, affiliate, startsAt, endsAt, final, balances } = this.resource
    return {
      id,
      affiliate_id: affiliate.id,
      starts_at: iso(startsAt),
      ends_at: iso(endsAt),
      final,
      balances,
    }
  }
}

const madeUp = {
  held: shapes.money(),
  pending: shapes.money(),
  due: shapes.money(),
}

/** The shape of a statement with its first lines, and with what its closing balances are made of. */
export const statementWithLines = shapes.object({
  ...properties,
  balances: shapes.list(shapes.object({ ...balance, ...madeUp })),
  lines_count: shapes.whole(),
  lines: shapes.list(
    shapes.object({
      id: shapes.text(),
      booked_at: shapes.instant(),
      kind: shapes.oneOf(postingKinds),
      amount: shapes.money(),
      balance: shapes.money(),
      currency: shapes.currency(),
      commission_id: shapes.nullable(shapes.idOf('com')),
      payout_id: shapes.nullable(shapes.idOf('po')),
      text: shapes.nullable(shapes.text()),
    })
  ),
})

export function statementObject(statement: Statement, { lines, linesCount, makeup }: Detail) {
  return {
    ...new StatementTransformer(statement).toObject(),
    balances: statement.balances.map((each) => ({ ...each, ...makeup.get(each.currency)! })),
    lines_count: linesCount,
    lines: lines.map(({ at, ...line }) => ({ ...line, booked_at: iso(fromStored(at)) })),
  }
}
