import { decideOpenConversions } from '#tracking/decide'

export default class DecideOpenConversionsJob {
  static jobName = 'tracking.decide'
  static queue = 'money' as const

  handle() {
    return decideOpenConversions()
  }
}
