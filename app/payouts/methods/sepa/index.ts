import { missing, type Destination, type Method } from '#payouts/methods/method'
import { isInSepa } from '#payouts/methods/sepa/area'
import { isLegible } from '#payouts/methods/sepa/characters'
import { sepaFile } from '#payouts/methods/sepa/pain001'

/** The most that one SEPA credit transfer moves: 999,999,999.99. */
const MOST = 99_999_999_999

/** By a SEPA credit transfer: a file for the bank, in euros alone, once the workspace's own account is known. */
export const sepa: Method = {
  kind: 'sepa',
  currencies: ['EUR'],
  takes: ['iban', 'holder', 'bic'],
  faultsOf,
  ways: [
    {
      name: 'sepa',
      isReady: ({ name, iban }) => Boolean(name && iban),
      fits: ({ currency, amount, destination }) =>
        currency === 'EUR' && amount <= MOST && Boolean(destination.iban && destination.holder),
      file: sepaFile,
    },
  ],
}

function faultsOf(destination: Destination) {
  const { iban, holder } = destination
  const faults = missing('SEPA', destination, 'iban', 'holder')
  if (iban && !isInSepa(iban))
    faults.push({
      field: 'iban',
      rule: 'sepa',
      message: `SEPA does not reach accounts of ${iban.slice(0, 2)}.`,
    })
  if (holder && !isLegible(holder))
    faults.push({
      field: 'holder',
      rule: 'latin',
      message: 'Banks need the name in Latin letters, as it stands on the account.',
    })
  return faults
}
