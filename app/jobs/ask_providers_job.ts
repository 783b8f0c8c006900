import { askProviders } from '#payouts/provider/ask'

export default class AskProvidersJob {
  static jobName = 'payouts.ask'
  static queue = 'money' as const

  handle() {
    return askProviders()
  }
}
