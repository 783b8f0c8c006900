/** The countries whose accounts SEPA credit transfers reach, as IBANs begin (EPC409-09). */
const countries = new Set([
  ...['AD', 'AL', 'AT', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB'],
  ...['GI', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT', 'LU', 'LV', 'MC', 'MD', 'ME', 'MK'],
  ...['MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'RS', 'SE', 'SI', 'SK', 'SM', 'VA'],
])

export function isInSepa(iban: string) {
  return countries.has(iban.slice(0, 2))
}
