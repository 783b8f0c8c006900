import { continueRun } from '#payouts/continue'

export default class ContinueRunJob {
  static jobName = 'payouts.continue'
  static queue = 'money' as const

  handle({ run_id: runId }: { run_id: string }) {
    return continueRun(runId)
  }
}
