import { renewStatistics } from '#database/statistics'

export default class RenewStatisticsJob {
  static jobName = 'database.statistics'
  static queue = 'upkeep' as const

  async handle() {
    return { indexes: await renewStatistics() }
  }
}
