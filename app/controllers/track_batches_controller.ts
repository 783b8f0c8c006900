import vine from '@vinejs/vine'
import { breathe } from '#core/begin'
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

type ClickInput = Infer<typeof trackedClick>

/** What events say once they are checked, each by its place in the batch. */
interface Checked {
  clicks: Outcome<ClickInput>[]
  conversions: Outcome<ConversionInput>[]
}

/** One of them, and the key that it is told under. */
interface Sent<Input> {
  input: Input
  once?: Once
}

/** Events that are checked before everything else in this process has its turn. */
const AT_ONCE = 100

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

    const ofClicks = (sent: Sent<ClickInput>[]) => trackClicks(ctx.workspace, sent)
    const ofConversions = (sent: Sent<ConversionInput>[]) =>
      trackConversions(ctx.workspace, sent, ctx.actor)

    const checked = await this.#checked(ctx, events)
    for (const { clicks, conversions, alone } of runsOf(events)) {
      answer(clicks, await this.#together(ctx, clicks, checked.clicks, ofClicks))
      answer(
        conversions,
        await this.#together(ctx, conversions, checked.conversions, ofConversions)
      )
      if (alone !== undefined) answer([alone], [await this.#alone(ctx, events[alone], alone)])
    }
    ctx.response.header('Content-Type', 'application/json; charset=utf-8')
    return `{"data":[${data.join()}]}`
  }

  /** Before the first is stored: between one piece and the next the thread that writes would wait for it. */
  async #checked(ctx: HttpContext, events: BatchEvent[]): Promise<Checked> {
    const { clicks, conversions }: Checked = { clicks: [], conversions: [] }
    for (const [place, { type, ...input }] of events.entries()) {
      if (type === 'click') clicks[place] = await outcomeOf(() => take(ctx, trackedClick, input))
      if (type === 'lead')
        conversions[place] = await outcomeOf(async () =>
          leadOf(await take(ctx, trackedLead, input))
        )
      if (type === 'sale')
        conversions[place] = await outcomeOf(async () =>
          saleOf(await take(ctx, trackedSale, input))
        )
      if (place % AT_ONCE === AT_ONCE - 1) await breathe()
    }
    return { clicks, conversions }
  }

  /** @param track answers texts: a `Tracked` each */
  async #together<Input>(
    ctx: HttpContext,
    places: number[],
    checked: Outcome<Input>[],
    track: (sent: Sent<Input>[]) => Promise<Outcome<string>[]>
  ): Promise<Outcome<string>[]> {
    if (places.length === 0) return []
    return onceForItems(ctx, places.map(String), async (fresh) => {
      const all = fresh.map(({ at, once }) => ({ once, outcome: checked[places[at]] }))
      const good = all.flatMap(({ once, outcome }) =>
        'answer' in outcome ? { input: outcome.answer, once } : []
      )
      const tracked = good.length > 0 ? await track(good) : []
      return all.map(({ outcome }) => ('error' in outcome ? outcome : tracked.shift()!))
    })
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
