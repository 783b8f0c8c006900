import { compose } from '@adonisjs/core/helpers'
import { row } from '#core/row'
import { RecoveryCodeSchema } from '#database/schema'

/** Stands in for an authenticator that was lost; each works once. Only its keyed hash is stored. */
export default class RecoveryCode extends compose(RecoveryCodeSchema, row('rc')) {}
