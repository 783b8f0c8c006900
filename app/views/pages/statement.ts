import { fromStored } from '#database/instants'
import { reasonInWords } from '#views/event_words'
import { ownFirst } from '#views/pages/amounts'
import { sentence } from '#views/words'
import type { Detail, Statement, StatementLine } from '#ledger/statements/statement'
import type { PostingKind } from '#ledger/statements/postings'

const kinds: Record<PostingKind, string> = {
  lead: 'Lead',
  sale: 'Sale',
  renewal: 'Renewal',
  referral_share: 'Referral share',
  bonus: 'Bonus',
  adjustment: 'Adjustment',
  reversal: 'Reversal',
  voided: 'Voided',
  payout_paid: 'Paid',
  payout_returned: 'Payment returned',
}

/** A statement with its lines grouped by currency, in words. */
export function statementPage(statement: Statement, { lines, linesCount, makeup }: Detail) {
  return {
    statement,
    affiliate: statement.affiliate,
    linesCount,
    linesShown: lines.length,
    accounts: statement.balances
      .toSorted(ownFirst(statement.affiliate.workspace))
      .map((balance) => ({
        ...balance,
        ...makeup.get(balance.currency)!,
        lines: lines.filter(({ currency }) => currency === balance.currency).map(inWords),
      })),
  }
}

function inWords(line: StatementLine) {
  return {
    ...line,
    at: fromStored(line.at),
    name: kinds[line.kind],
    why: line.text && whyOf(line, line.text),
    href: line.payout_id ? `/payouts/${line.payout_id}` : `/commissions/${line.commission_id}`,
  }
}

function whyOf({ kind }: StatementLine, text: string) {
  if (kind === 'payout_paid') return `Reference ${text}`
  return kind === 'voided' || kind === 'payout_returned' ? reasonInWords(text) : sentence(text)
}
