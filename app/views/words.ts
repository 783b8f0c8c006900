import type { FileFormat, ProviderBatchState } from '#models/types'

const figures = new Intl.NumberFormat('en')

/** `12,345` */
export function number(n: number): string {
  return figures.format(n)
}

const tenths = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** `12.5`, of what is no money */
export function decimal(n: number): string {
  return tenths.format(n)
}

/** `1 commission`, `1,200 commissions` */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`
}

/** A stored sentence as it begins a line: with a capital letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const regions = new Intl.DisplayNames('en', { type: 'region' })

/** The name of an ISO 3166 country code: `CA` is `Canada`. */
export function countryName(code: string): string {
  return regions.of(code) ?? code
}

/** One or two letters that stand for a name or an e-mail: `Jane van Dyke` is `JD`. */
export function initials(name: string): string {
  const parts = name
    .replace(/@.*$/, '')
    .split(/[\s._-]+/)
    .filter(Boolean)
  const first = [...(parts.at(0) ?? '?')][0]
  const last = parts.length > 1 ? [...parts.at(-1)!][0] : ''
  return (first + last).toUpperCase()
}

const methods: Record<string, string> = {
  manual: 'By hand',
  paypal: 'PayPal',
  wise: 'Wise',
  sepa: 'SEPA',
}

/** A payout method as people call it: `sepa` is `SEPA`. */
export function methodLabel(kind: string): string {
  return methods[kind] ?? kind
}

const files: Record<FileFormat, string> = {
  csv: 'List to pay by hand (CSV)',
  paypal: 'PayPal upload (CSV)',
  wise: 'Wise accounts (CSV)',
  wise_email: 'Wise by e-mail (CSV)',
  sepa: 'SEPA transfers (XML)',
}

/** A payment file by what it is for. */
export function fileLabel(format: FileFormat): string {
  return files[format]
}

const batches: Record<ProviderBatchState, string> = {
  waiting: 'Not sent yet',
  sending: 'Being sent',
  accepted: 'Taken by PayPal',
  refused: 'Refused, tried again',
  closed: 'Closed',
}

/** How far a batch for a provider is. */
export function batchLabel(state: ProviderBatchState): string {
  return batches[state]
}

const leftOut: Record<string, string> = {
  below_minimum: 'Below the minimum',
  not_above_zero: 'Nothing above zero',
  affiliate_not_active: 'Affiliate not active',
  excluded: 'Excluded',
  method_refuses_currency: 'Method does not take this currency',
}

/** Why a run does not pay someone: `below_minimum` is `Below the minimum`. */
export function leftOutLabel(reason: string): string {
  return leftOut[reason] ?? reason
}
