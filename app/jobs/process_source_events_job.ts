import { processReceived } from '#sources/process'

export default class ProcessSourceEventsJob {
  static jobName = 'sources.process'
  static queue = 'money' as const

  handle() {
    return processReceived()
  }
}
