import vine from '@vinejs/vine'
import { onceForItem, refusalOfItem } from '#http/each'
import { take } from '#http/take'
import { idempotencyKey } from '#middleware/idempotency_middleware'
import { trackClick, trackLead, trackRefund, trackSale } from '#tracking/track'
import { trackedClick, trackedLead, trackedRefund, trackedSale } from '#validators/tracking'
import type { HttpContext } from '@adonisjs/core/http'

export const batch = vine.create({
  events: vine
    .array(
      vine
        .object({ type: vine.enum(['click', 'lead', 'sale', 'refund'] as const) })
        .allowUnknownProperties()
    )
    .minLength(1)
    .maxLength(1_000),
})

type Event = { type: 'click' | 'lead' | 'sale' | 'refund' } & Record<string, unknown>

export default class TrackBatchesController {
  /**
   * POST /track/batch: each event is a transaction of its own and is answered by itself, in their order; clicks that
   * follow each other are stored together.
   */
  async store(ctx: HttpContext) {
    const { events } = await take(ctx, batch)
    const hasKey = idempotencyKey(ctx) !== undefined
    const data: object[] = []
    let clicks: Promise<object>[] = []
    for (const [index, event] of (events as Event[]).entries()) {
      if (event.type === 'click' && !hasKey) clicks.push(this.#one(ctx, event, index))
      else {
        data.push(...(await Promise.all(clicks)))
        clicks = []
        data.push(await this.#one(ctx, event, index))
      }
    }
    data.push(...(await Promise.all(clicks)))
    return { data }
  }

  async #one(ctx: HttpContext, event: Event, index: number) {
    try {
      const tracked = await onceForItem(ctx, String(index), () => this.#track(ctx, event))
      return { ok: true, ...tracked }
    } catch (thrown) {
      const { message, status, code, details } = refusalOfItem(thrown, ctx)
      return {
        ok: false,
        status,
        error: { error: message, code, ...(details !== undefined && { details }) },
      }
    }
  }

  async #track(ctx: HttpContext, { type, ...input }: Event) {
    const { workspace, actor } = ctx
    if (type === 'click')
      return {
        status: 201,
        result: await trackClick(workspace, await take(ctx, trackedClick, input)),
      }
    if (type === 'lead') return trackLead(workspace, await take(ctx, trackedLead, input), actor)
    if (type === 'sale') return trackSale(workspace, await take(ctx, trackedSale, input), actor)
    return trackRefund(workspace, await take(ctx, trackedRefund, input), actor)
  }
}
