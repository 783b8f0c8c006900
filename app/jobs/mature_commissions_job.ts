import { matureCommissions } from '#ledger/mature'

export default class MatureCommissionsJob {
  static jobName = 'ledger.mature'
  static queue = 'money' as const

  handle() {
    return matureCommissions()
  }
}
