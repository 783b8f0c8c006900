import { decideOpenConversions } from '#tracking/record_conversion'

export default class DecideOpenConversionsJob {
  static jobName = 'tracking.decide'
  static queue = 'money' as const

  handle() {
    return decideOpenConversions()
  }
}
