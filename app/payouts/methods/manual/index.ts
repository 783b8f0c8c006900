import type { Method } from '#payouts/methods/method'

/** By hand: cash, a cheque, a bank that was never told to us. */
export const manual: Method = {
  kind: 'manual',
  currencies: null,
  takes: [],
  faultsOf: () => [],
  ways: [],
}
