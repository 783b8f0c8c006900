import { currencyCodes } from '#money/currencies'

const names = new Intl.DisplayNames('en', { type: 'currency' })

/** Currencies and time zones to choose from. */
export function setupChoices() {
  return {
    currencies: currencyCodes.map((code) => ({
      value: code,
      label: `${code} · ${names.of(code)}`,
    })),
    zones: ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({
      value: zone,
      label: zone,
    })),
  }
}
