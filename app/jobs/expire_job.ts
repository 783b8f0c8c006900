import { expire } from '#ledger/expire'

export default class ExpireJob {
  static jobName = 'ledger.expire'
  static queue = 'upkeep' as const

  handle() {
    return expire()
  }
}
