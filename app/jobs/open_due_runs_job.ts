import { openDueRuns } from '#payouts/open'

export default class OpenDueRunsJob {
  static jobName = 'payouts.open'
  static queue = 'money' as const

  handle() {
    return openDueRuns()
  }
}
