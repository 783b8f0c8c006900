import logger from '@adonisjs/core/services/logger'
import { verifyLedger } from '#ledger/verify'

/** What is logged of breaks, at most; `ledger:verify` names every one. */
const NAMED = 20

export default class VerifyLedgerJob {
  static jobName = 'ledger.verify'
  static queue = 'upkeep' as const

  async handle() {
    const { breaks, warnings, missingTriggers } = await verifyLedger()
    if (breaks.length + missingTriggers.length > 0) {
      logger.error({ missingTriggers, breaks: breaks.slice(0, NAMED) }, 'The books do not balance')
    }
    return {
      breaks: breaks.length,
      warnings: warnings.length,
      missing_triggers: missingTriggers.length,
    }
  }
}
