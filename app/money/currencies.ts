/** An ISO 4217 code in capitals, such as `USD`. */
export type Currency = string

/** The largest amount of a sale, in minor units of whatever currency. */
export const MAX_SALE_AMOUNT = 999_999_999_999

/**
 * ISO 4217 list one by exponent: how many digits a currency's minor unit has. Codes are those of
 * `Intl.supportedValuesOf('currency')` that are money today: without historic ones (ANG, BGN, CUC,
 * HRK, SLL, ZWL), metals, tests and units of account (XDR, XSU), and with VED, CLF and UYW, which
 * Intl leaves out. Intl's own digits are customs of display (ISK 0, IQD 0, AFN 0) and not used.
 */
const codesByExponent: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
    CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD
    HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK
    MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD
    RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS
    UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const exponents = new Map(
  Object.entries(codesByExponent).flatMap(([exponent, codes]) =>
    codes.split(/\s+/).map((code) => [code, Number(exponent)] as const)
  )
)

/** Every currency, in alphabetical order. */
export const currencyCodes: readonly Currency[] = [...exponents.keys()].sort()

/** Whether this is a currency's code, in capitals. */
export function isCurrency(code: string): code is Currency {
  return exponents.has(code)
}

/**
 * How many digits the minor unit has: 0 for JPY, 2 for USD, 3 for KWD, 4 for CLF.
 * Throws RangeError for what is no currency.
 */
export function exponentOf(currency: Currency): number {
  const exponent = exponents.get(currency)
  if (exponent === undefined) throw new RangeError(`${currency} is not an ISO 4217 currency`)
  return exponent
}
