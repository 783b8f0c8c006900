import { compose } from '@adonisjs/core/helpers'
import { EventSchema } from '#database/schema'
import { row } from '#core/row'

/** One thing that happened. Written with `record` of #core/events, in the transaction of what it tells of. */
export default class Event extends compose(EventSchema, row('evt')) {}
