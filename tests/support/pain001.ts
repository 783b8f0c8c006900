import { all, one, readXml, type Node } from '#payouts/results/xml'

/**
 * What the published schema of pain.001.001.09 asks of the elements that a SEPA file holds, and the EPC's rules
 * beyond it: which stand in which, in what order, how often, and what their text may be.
 */
type Rule = { text: RegExp } | { inside: [name: string, least: number, most: number][] }

const text35 = { text: /^[a-zA-Z0-9/\-?:().,'+ ]{1,35}$/ }
const name70 = { text: /^[a-zA-Z0-9/\-?:().,'+ ]{1,70}$/ }
const count = { text: /^[0-9]{1,15}$/ }
const amount = { text: /^(?!0+\.00$)[0-9]{1,15}\.[0-9]{2}$/ }
const inside = (...names: (string | [string, number, number])[]) => ({
  inside: names.map((each): [string, number, number] =>
    typeof each === 'string' ? [each, 1, 1] : each
  ),
})

const rules: Record<string, Rule> = {
  Document: inside('CstmrCdtTrfInitn'),
  CstmrCdtTrfInitn: inside('GrpHdr', ['PmtInf', 1, Infinity]),
  GrpHdr: inside('MsgId', 'CreDtTm', 'NbOfTxs', ['CtrlSum', 0, 1], 'InitgPty'),
  PmtInf: inside(
    ...['PmtInfId', 'PmtMtd', 'NbOfTxs', 'CtrlSum', 'PmtTpInf', 'ReqdExctnDt', 'Dbtr', 'DbtrAcct'],
    ...['DbtrAgt', 'ChrgBr'],
    ['CdtTrfTxInf', 1, Infinity]
  ),
  CdtTrfTxInf: inside('PmtId', 'Amt', ['CdtrAgt', 0, 1], 'Cdtr', 'CdtrAcct', ['RmtInf', 0, 1]),
  PmtTpInf: inside('SvcLvl'),
  SvcLvl: inside('Cd'),
  ReqdExctnDt: inside('Dt'),
  InitgPty: inside('Nm'),
  Dbtr: inside('Nm'),
  Cdtr: inside('Nm'),
  DbtrAcct: inside('Id'),
  CdtrAcct: inside('Id'),
  DbtrAgt: inside('FinInstnId'),
  CdtrAgt: inside('FinInstnId'),
  FinInstnId: inside(['BICFI', 0, 1], ['Othr', 0, 1]),
  Othr: inside('Id'),
  PmtId: inside('EndToEndId'),
  Amt: inside('InstdAmt'),
  RmtInf: inside('Ustrd'),
  MsgId: text35,
  PmtInfId: text35,
  EndToEndId: text35,
  CreDtTm: { text: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?$/ },
  Dt: { text: /^\d{4}-\d\d-\d\d$/ },
  NbOfTxs: count,
  CtrlSum: amount,
  InstdAmt: amount,
  Nm: name70,
  PmtMtd: { text: /^TRF$/ },
  ChrgBr: { text: /^SLEV$/ },
  Cd: { text: /^SEPA$/ },
  BICFI: { text: /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/ },
  IBAN: { text: /^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}$/ },
  Ustrd: { text: /^[a-zA-Z0-9/\-?:().,'+ ]{1,140}$/ },
}

/** An account's Id is an IBAN, another's is text: the place tells. */
function ruleOf(name: string, parent: string): Rule | undefined {
  if (name === 'Id') return parent === 'Othr' ? { text: /^NOTPROVIDED$/ } : inside('IBAN')
  return rules[name]
}

/** Every rule that a document breaks, in words. */
export function faultsOfPain001(text: string): string[] {
  const document = readXml(text)
  const space = document.attributes.xmlns
  const faults = faultsOf(document, '')
  if (space !== 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09') faults.push(`xmlns ${space}`)
  return faults.length > 0 ? faults : faultsOfSums(document)
}

function faultsOf(node: Node, parent: string): string[] {
  const rule = ruleOf(node.name, parent)
  const at = `${parent}/${node.name} on line ${node.line}`
  if (!rule) return [`${at} is not known`]
  if ('text' in rule) {
    const isLeaf = node.children.length === 0
    return isLeaf && rule.text.test(node.text) ? [] : [`${at} says "${node.text}"`]
  }
  return [
    ...faultsOfOrder(node, rule.inside, at),
    ...node.children.flatMap((child) => faultsOf(child, node.name)),
  ]
}

function faultsOfOrder(node: Node, wanted: [string, number, number][], at: string): string[] {
  const order = wanted.map(([name]) => name)
  const places = node.children.map(({ name }) => order.indexOf(name))
  const sorted = places.every((place, index) => index === 0 || places[index - 1] <= place)
  const counts = wanted.filter(([name, least, most]) => {
    const found = all(node, name).length
    return found < least || found > most
  })
  return [
    ...(sorted && !places.includes(-1)
      ? []
      : [`${at} holds ${node.children.map(({ name }) => name)}`]),
    ...counts.map(([name]) => `${at} holds ${all(node, name).length} of ${name}`),
    ...(node.text === '' ? [] : [`${at} holds text`]),
  ]
}

/** The bank counts again: numbers, sums, ids that are there once, accounts whose checksum is right. */
function faultsOfSums(document: Node): string[] {
  const root = one(document, 'CstmrCdtTrfInitn')
  const instruction = one(root, 'PmtInf')
  const transfers = all(instruction, 'CdtTrfTxInf')
  const cents = transfers.reduce(
    (sum, each) => sum + BigInt(one(each, 'Amt', 'InstdAmt')!.text.replace('.', '')),
    0n
  )
  const ids = transfers.map((each) => one(each, 'PmtId', 'EndToEndId')!.text)
  const ibans = [instruction, ...transfers].map(
    (each) => one(each, each === instruction ? 'DbtrAcct' : 'CdtrAcct', 'Id', 'IBAN')!.text
  )
  return [
    ...[one(root, 'GrpHdr'), instruction].flatMap((head) => [
      ...(one(head, 'NbOfTxs')!.text === String(transfers.length) ? [] : ['NbOfTxs']),
      ...(BigInt(one(head, 'CtrlSum')!.text.replace('.', '')) === cents ? [] : ['CtrlSum']),
    ]),
    ...(new Set(ids).size === ids.length ? [] : ['an EndToEndId stands twice']),
    ...ibans.filter((iban) => !isIban(iban)).map((iban) => `IBAN ${iban}`),
    ...transfers
      .filter((each) => one(each, 'Amt', 'InstdAmt')!.attributes.Ccy !== 'EUR')
      .map(() => 'a currency that is not EUR'),
  ]
}

/** ISO 13616: moved round and in digits, it leaves 1 when divided by 97. */
function isIban(iban: string) {
  const moved = iban.slice(4) + iban.slice(0, 4)
  const digits = moved.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return BigInt(digits) % 97n === 1n
}
