import { compose } from '@adonisjs/core/helpers'
import { row } from '#core/row'
import { ReconciliationLineSchema } from '#database/schema'

/** What a result file says of one payout, and what came of it. */
export default class ReconciliationLine extends compose(ReconciliationLineSchema, row('recl')) {}
