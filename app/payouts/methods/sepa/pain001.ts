import { sum } from '#money/arithmetic'
import { formatDecimal } from '#money/format'
import { element, xmlDocument, type Element } from '#payouts/methods/sepa/xml'
import { sepaId, sepaText } from '#payouts/methods/sepa/characters'
import type { FileFacts, FileWriter, Payment } from '#payouts/methods/method'

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'

/**
 * A SEPA credit transfer as ISO 20022 pain.001.001.09, with what the EPC's customer-to-bank guidelines
 * (EPC132-08) ask for: one debtor, one day, service level SEPA, charges shared. Elements stand in the schema's order.
 */
export const sepaFile: FileWriter = {
  format: 'sepa',
  extension: 'xml',
  rowsAtMost: 5_000,
  write: (payments, facts) =>
    xmlDocument(
      element('Document', { xmlns: NAMESPACE }, [
        element('CstmrCdtTrfInitn', [header(payments, facts), instruction(payments, facts)]),
      ])
    ),
}

/** At most 35 characters, unique for this payer: the run and the part. */
function messageId({ runId, part }: FileFacts) {
  return `${sepaId(runId)}-${part}`
}

function header(payments: Payment[], facts: FileFacts) {
  return element('GrpHdr', [
    element('MsgId', messageId(facts)),
    element('CreDtTm', facts.approvedAt.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'")),
    ...controls(payments),
    element('InitgPty', [element('Nm', sepaText(facts.payer.name!, 70))]),
  ])
}

function instruction(payments: Payment[], facts: FileFacts) {
  const { payer, approvedOn } = facts
  return element('PmtInf', [
    element('PmtInfId', messageId(facts)),
    element('PmtMtd', 'TRF'),
    ...controls(payments),
    element('PmtTpInf', [element('SvcLvl', [element('Cd', 'SEPA')])]),
    element('ReqdExctnDt', [element('Dt', approvedOn)]),
    element('Dbtr', [element('Nm', sepaText(payer.name!, 70))]),
    account('DbtrAcct', payer.iban!),
    agent('DbtrAgt', payer.bic),
    element('ChrgBr', 'SLEV'),
    ...payments.map(transfer),
  ])
}

function transfer({ id, amount, currency, destination }: Payment) {
  return element('CdtTrfTxInf', [
    element('PmtId', [element('EndToEndId', sepaId(id))]),
    element('Amt', [element('InstdAmt', { Ccy: currency }, formatDecimal(amount, currency))]),
    ...(destination.bic ? [agent('CdtrAgt', destination.bic)] : []),
    element('Cdtr', [element('Nm', sepaText(destination.holder!, 70))]),
    account('CdtrAcct', destination.iban!),
    element('RmtInf', [element('Ustrd', `Affiliate payout ${sepaId(id)}`)]),
  ])
}

/** How many, and the sum of all amounts: the bank counts again. */
function controls(payments: Payment[]): Element[] {
  const total = sum(payments.map(({ amount }) => amount))
  return [
    element('NbOfTxs', String(payments.length)),
    element('CtrlSum', formatDecimal(total, 'EUR')),
  ]
}

function account(name: string, iban: string) {
  return element(name, [element('Id', [element('IBAN', iban)])])
}

function agent(name: string, bic: string | undefined) {
  const identified = bic ? element('BICFI', bic) : element('Othr', [element('Id', 'NOTPROVIDED')])
  return element(name, [element('FinInstnId', [identified])])
}
