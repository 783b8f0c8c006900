import { payPalOutcome } from '#payouts/provider/outcome'
import { MalformedFile } from '#payouts/results/malformed'
import type { LineOutcome } from '#models/types'

/** The columns of a table. Their names are compared in small letters, without spaces and signs. */
export type Column = 'id' | 'status' | 'reference' | 'reason' | 'amount' | 'currency' | 'paidAt'

/** Who writes a table, and how: the names that each column may have, and what its words mean. */
export interface Source {
  format: 'csv' | 'wise' | 'paypal'
  columns: Record<Column, string[]>
  /** Without which it is another's. */
  needs: Column[]
  /** @throws MalformedFile for a word that this source does not have */
  outcomeOf: (status: string, line: number) => LineOutcome
}

const ours: Source = {
  format: 'csv',
  columns: {
    id: ['payoutid', 'endtoendid', 'endtoendreference'],
    status: ['status'],
    reference: ['reference', 'bankreference', 'transactionid'],
    reason: ['reason'],
    amount: ['amount'],
    currency: ['currency'],
    paidAt: ['paidat', 'paidon', 'date'],
  },
  needs: ['id', 'status'],
  outcomeOf(status, line) {
    const outcome = words[status.toLowerCase()]
    if (outcome) return outcome
    const said = status.slice(0, 40)
    throw new MalformedFile(`The status "${said}" is none of paid, failed, returned, open.`, line)
  },
}

const words: Record<string, LineOutcome> = {
  paid: 'paid',
  completed: 'paid',
  executed: 'paid',
  failed: 'failed',
  rejected: 'failed',
  returned: 'returned',
  open: 'open',
  processing: 'open',
  pending: 'open',
}

/** The list of transfers that Wise exports, of a batch or an account. It carries the end of the payout's id. */
const wise: Source = {
  format: 'wise',
  columns: {
    id: ['reference'],
    status: ['status'],
    reference: ['id'],
    reason: [],
    amount: ['targetamountafterfees', 'targetamount'],
    currency: ['targetcurrency'],
    paidAt: ['finishedon'],
  },
  needs: ['id', 'status', 'amount'],
  outcomeOf: (status) => wiseOutcomes[status.toUpperCase()] ?? 'unclear',
}

const wiseOutcomes: Record<string, LineOutcome> = {
  COMPLETED: 'paid',
  CANCELLED: 'failed',
  REFUNDED: 'returned',
  PROCESSING: 'open',
  PENDING: 'open',
}

/** What Payouts on paypal.com and its activity report say. They carry the id that the file or the API gave. */
const payPal: Source = {
  format: 'paypal',
  columns: {
    id: ['senderitemid', 'uniqueid', 'customerid', 'customnumber', 'invoicenumber'],
    status: ['transactionstatus', 'payoutitemstatus', 'status'],
    reference: ['transactionid', 'paypaltransactionid'],
    reason: ['reason', 'reasoncode', 'errorcode', 'error'],
    amount: ['amount', 'grossamount', 'gross', 'payoutamount', 'transactionamount'],
    currency: ['currency', 'currencycode', 'transactioncurrency'],
    paidAt: ['timeprocessed', 'completeddate'],
  },
  needs: ['id', 'status'],
  outcomeOf: (status) => payPalWords[status.toUpperCase()] ?? payPalOutcome(status),
}

/** Those of its web pages that the API does not have. */
const payPalWords: Record<string, LineOutcome> = {
  COMPLETED: 'paid',
  DENIED: 'failed',
  CANCELED: 'failed',
}

export const sources: Source[] = [ours, wise, payPal]
