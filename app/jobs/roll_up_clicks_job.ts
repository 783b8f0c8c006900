import { rollUpClicks } from '#tracking/rollup'

export default class RollUpClicksJob {
  static jobName = 'tracking.roll_up'
  static queue = 'upkeep' as const

  handle() {
    return rollUpClicks()
  }
}
