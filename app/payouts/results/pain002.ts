import { amountIn, currencyIn } from '#payouts/results/amount'
import { readLine, type ResultFile, type WholeFile } from '#payouts/results/line'
import { MalformedFile } from '#payouts/results/malformed'
import { all, one, readXml, type Node } from '#payouts/results/xml'
import type { LineOutcome } from '#models/types'
import type { Currency } from '#money/currencies'
import type { Told } from '#payouts/tell'

/** ISO 20022's codes for the state of a payment (ExternalPaymentTransactionStatus1Code). Any other is no answer. */
const outcomes: Record<string, LineOutcome> = {
  ACSC: 'paid',
  ACCC: 'paid',
  RJCT: 'failed',
  CANC: 'failed',
  RCVD: 'open',
  PDNG: 'open',
  ACTC: 'open',
  ACCP: 'open',
  ACSP: 'open',
  ACWC: 'open',
  ACFC: 'open',
  ACWP: 'open',
  PART: 'open',
}

/**
 * A bank's payment status report, pain.002 of any version: what it says of each transfer, and, where it names none,
 * of a whole file of ours.
 */
export function readPain002(text: string, currency: Currency): ResultFile {
  const root = readXml(text)
  const report = one(root, 'CstmrPmtStsRpt')
  if (root.name !== 'Document' || !report)
    throw new MalformedFile('This is no payment status report (pain.002).', root.line)

  const reported = one(report, 'GrpHdr', 'CreDtTm')?.text ?? null
  const transfers = all(report, 'OrgnlPmtInfAndSts').flatMap((each) => all(each, 'TxInfAndSts'))
  return {
    format: 'pain002',
    lines: transfers.map((transfer) => lineOf(transfer, currency, reported)),
    files: wholeFiles(report, reported),
  }
}

function lineOf(transfer: Node, own: Currency, reported: string | null) {
  const id = one(transfer, 'OrgnlEndToEndId') ?? one(transfer, 'OrgnlInstrId')
  return readLine(transfer.line, id?.text ?? '', () => {
    const amount = one(transfer, 'OrgnlTxRef', 'Amt', 'InstdAmt')
    const currency = currencyIn(amount?.attributes.Ccy ?? '', transfer.line)
    return {
      ...told(transfer, one(transfer, 'TxSts'), reported),
      reference: one(transfer, 'AcctSvcrRef')?.text.slice(0, 255) || null,
      amount: amount ? amountIn(amount.text, currency ?? own, amount.line) : null,
      currency,
    }
  })
}

/** A bank that rejects or settles all of a file may name none of its transfers. */
function wholeFiles(report: Node, reported: string | null): WholeFile[] {
  const group = one(report, 'OrgnlGrpInfAndSts')
  const instructions = all(report, 'OrgnlPmtInfAndSts')
  const silent = instructions.filter((each) => all(each, 'TxInfAndSts').length === 0)
  const whole = instructions.length === 0 && group ? [group] : silent
  return whole
    .map((node) => ({
      ...told(node, one(node, 'PmtInfSts') ?? one(group, 'GrpSts'), reported),
      messageId: (one(group, 'OrgnlMsgId') ?? one(node, 'OrgnlPmtInfId'))?.text ?? '',
      line: node.line,
    }))
    .filter(({ outcome }) => outcome === 'paid' || outcome === 'failed')
}

/** What the status says, and since when: the day of the booking, or that of the report. */
function told(node: Node, status: Node | undefined, reported: string | null): Told {
  const code = status?.text ?? ''
  const reason = one(node, 'StsRsnInf', 'Rsn')
  const booked = one(node, 'FctvIntrBkSttlmDt', 'Dt') ?? one(node, 'AccptncDtTm')
  return {
    outcome: outcomes[code] ?? 'unclear',
    status: code.slice(0, 60) || 'NONE',
    reason: (one(reason, 'Cd')?.text ?? one(reason, 'Prtry')?.text)?.slice(0, 60) ?? null,
    paidAt: booked?.text ?? reported,
  }
}
