import { relayMails } from '#mails/relay'

export default class RelayMailsJob {
  static jobName = 'mails.relay'
  static queue = 'upkeep' as const

  handle() {
    return relayMails()
  }
}
