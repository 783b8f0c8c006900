import { rollUpSums } from '#reports/roll_up'

export default class RollUpSumsJob {
  static jobName = 'reports.roll_up'
  static queue = 'upkeep' as const

  handle() {
    return rollUpSums()
  }
}
