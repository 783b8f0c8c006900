import { compose } from '@adonisjs/core/helpers'
import { atomically } from '#core/atomically'
import { record } from '#core/events'
import { row } from '#core/row'
import { SourceEventSchema } from '#database/schema'
import ProcessSourceEventsJob from '#jobs/process_source_events_job'
import { hurry } from '#queue/queue'
import type { Actor } from '#core/actor'

/**
 * What a provider such as Stripe sent. Its outcome is its own affair, so only what a person does with it makes
 * events; what it does to the books is told there.
 */
export default class SourceEvent extends compose(SourceEventSchema, row('sevt')) {
  /** Looks at it again: what is in the books already is not put there twice. */
  async replay(actor: Actor) {
    await atomically(async () => {
      await record(this, { type: 'source_event.replayed', actor, data: { before: this.state } })
      this.state = 'received'
      await this.save()
    })
    await hurry(ProcessSourceEventsJob, {}, { id: 'received' })
  }
}
