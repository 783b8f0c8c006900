import vine from '@vinejs/vine'
import { outcomeOf, type Outcome } from '#core/outcome'
import { onceForItem, onceForItems, refusalOfItem } from '#http/each'
import { take } from '#http/take'
import { leadOf, saleOf } from '#http/tracked'
import { runsOf, type BatchEvent } from '#tracking/runs'
import { trackConversions, trackRefund, trackSale } from '#tracking/track'
import { trackClicks } from '#tracking/track_clicks'
import { trackedClick, trackedLead, trackedRefund, trackedSale } from '#validators/tracking'
import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import type { Once } from '#http/once_together'
import type { ConversionInput } from '#tracking/input'

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

/** How events that are stored together are checked and tracked. */
interface Kind<Input> {
  inputOf: (event: BatchEvent) => Promise<Input>
  /** Answers texts: a `Tracked` each. */
  track: (sent: { input: Input; once?: Once }[]) => Promise<Outcome<string>[]>
}

export default class TrackBatchesController {
  /**
   * POST /track/batch: each event is answered by itself, in their order. What comes of them is what would come of them
   * one by one; as many as can are stored together, and one that is refused keeps no other back.
   */
  async store(ctx: HttpContext) {
    const { events } = (await take(ctx, batch)) as { events: BatchEvent[] }
    const data: string[] = []
    const answer = (places: number[], outcomes: Outcome<string>[]) =>
      places.forEach((place, at) => (data[place] = answerOf(ctx, outcomes[at])))

    for (const { clicks, conversions, alone } of runsOf(events)) {
      answer(clicks, await this.#together(ctx, events, clicks, this.#clicks(ctx)))
      answer(conversions, await this.#together(ctx, events, conversions, this.#conversions(ctx)))
      if (alone !== undefined) answer([alone], [await this.#alone(ctx, events[alone], alone)])
    }
    ctx.response.header('Content-Type', 'application/json; charset=utf-8')
    return `{"data":[${data.join()}]}`
  }

  async #together<Input>(
    ctx: HttpContext,
    events: BatchEvent[],
    places: number[],
    { inputOf, track }: Kind<Input>
  ): Promise<Outcome<string>[]> {
    if (places.length === 0) return []
    return onceForItems(ctx, places.map(String), async (fresh) => {
      const checked = await Promise.all(
        fresh.map(({ at, once }) =>
          outcomeOf(async () => ({ input: await inputOf(events[places[at]]), once }))
        )
      )
      const good = checked.flatMap((outcome) => ('answer' in outcome ? outcome.answer : []))
      const tracked = good.length > 0 ? await track(good) : []
      return checked.map((outcome) => ('error' in outcome ? outcome : tracked.shift()!))
    })
  }

  #clicks(ctx: HttpContext): Kind<Infer<typeof trackedClick>> {
    return {
      inputOf: ({ type, ...input }) => take(ctx, trackedClick, input),
      track: (sent) => trackClicks(ctx.workspace, sent),
    }
  }

  #conversions(ctx: HttpContext): Kind<ConversionInput> {
    return {
      inputOf: async ({ type, ...input }) =>
        type === 'lead'
          ? leadOf(await take(ctx, trackedLead, input))
          : saleOf(await take(ctx, trackedSale, input)),
      track: (sent) => trackConversions(ctx.workspace, sent, ctx.actor),
    }
  }

  #alone(ctx: HttpContext, { type, ...input }: BatchEvent, place: number) {
    const { workspace, actor } = ctx
    const track = async () =>
      type === 'sale'
        ? trackSale(workspace, await take(ctx, trackedSale, input), actor)
        : trackRefund(workspace, await take(ctx, trackedRefund, input), actor)
    return outcomeOf(async () => JSON.stringify(await onceForItem(ctx, String(place), track)))
  }
}

function answerOf(ctx: HttpContext, outcome: Outcome<string>) {
  if ('answer' in outcome) return `{"ok":true,${outcome.answer.slice(1)}`
  const { message, status, code, details } = refusalOfItem(outcome.error, ctx)
  return JSON.stringify({
    ok: false,
    status,
    error: { error: message, code, ...(details !== undefined && { details }) },
  })
}
