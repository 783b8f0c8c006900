import { sendBatches } from '#payouts/provider/send'

export default class SendPayoutsJob {
  static jobName = 'payouts.send'
  static queue = 'money' as const

  handle() {
    return sendBatches()
  }
}
