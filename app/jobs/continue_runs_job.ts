import { continueRuns } from '#payouts/continue'

export default class ContinueRunsJob {
  static jobName = 'payouts.catch_up'
  static queue = 'money' as const

  handle() {
    return continueRuns()
  }
}
