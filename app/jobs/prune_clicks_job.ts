import { pruneClicks } from '#tracking/prune'

export default class PruneClicksJob {
  static jobName = 'tracking.prune'
  static queue = 'upkeep' as const

  handle() {
    return pruneClicks()
  }
}
