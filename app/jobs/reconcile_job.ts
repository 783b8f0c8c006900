import { continueReconciliations } from '#payouts/reconcile'

export default class ReconcileJob {
  static jobName = 'payouts.reconcile'
  static queue = 'money' as const

  handle() {
    return continueReconciliations()
  }
}
