import vine from '@vinejs/vine'
import { onceForItem, refusalOfItem } from '#http/each'
import { take } from '#http/take'
import { leadOf, saleOf } from '#http/tracked'
import { idempotencyKey } from '#middleware/idempotency_middleware'
import { trackClick, trackConversions, trackLead, trackRefund, trackSale } from '#tracking/track'
import { trackedClick, trackedLead, trackedRefund, trackedSale } from '#validators/tracking'
import type { HttpContext } from '@adonisjs/core/http'
import type { Outcome } from '#tracking/record_conversion'
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

/** How many conversions of a batch share a transaction: few enough that nobody waits for it long. */
const TOGETHER = 200

type Event = { type: 'click' | 'lead' | 'sale' | 'refund' } & Record<string, unknown>

export default class TrackBatchesController {
  /**
   * POST /track/batch: each event is answered by itself, in their order. Those of one kind that follow each other are
   * stored together, and one that is refused keeps no other back; under an idempotency key each has a transaction of
   * its own.
   */
  async store(ctx: HttpContext) {
    const { events } = await take(ctx, batch)
    const hasKey = idempotencyKey(ctx) !== undefined
    const data: object[] = []
    for (const run of hasKey ? alone(events as Event[]) : runsOf(events as Event[])) {
      const outcomes = hasKey
        ? [await this.#once(ctx, run[0], data.length)]
        : await this.#together(ctx, run)
      data.push(...outcomes.map((outcome) => answerOf(ctx, outcome)))
    }
    return { data }
  }

  #once(ctx: HttpContext, event: Event, index: number) {
    return outcomeOf(onceForItem(ctx, String(index), () => this.#track(ctx, event)))
  }

  async #together(ctx: HttpContext, run: Event[]): Promise<Outcome<object>[]> {
    if (run.length > 1 && isConversion(run[0])) return this.#conversions(ctx, run)
    return Promise.all(run.map((event) => outcomeOf(this.#track(ctx, event))))
  }

  async #conversions(ctx: HttpContext, run: Event[]): Promise<Outcome<object>[]> {
    const checked = await Promise.all(run.map((event) => outcomeOf(inputOf(ctx, event))))
    const good = checked.flatMap((outcome) => ('answer' in outcome ? [outcome.answer] : []))
    const tracked = await trackConversions(ctx.workspace, good, ctx.actor)
    return checked.map((outcome) => ('error' in outcome ? outcome : tracked.shift()!))
  }

  async #track(ctx: HttpContext, { type, ...input }: Event): Promise<object> {
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

async function inputOf(ctx: HttpContext, { type, ...input }: Event): Promise<ConversionInput> {
  return type === 'lead'
    ? leadOf(await take(ctx, trackedLead, input))
    : saleOf(await take(ctx, trackedSale, input))
}

async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { answer: await work }
  } catch (error) {
    return { error }
  }
}

function answerOf(ctx: HttpContext, outcome: Outcome<object>) {
  if ('answer' in outcome) return { ok: true, ...outcome.answer }
  const { message, status, code, details } = refusalOfItem(outcome.error, ctx)
  return {
    ok: false,
    status,
    error: { error: message, code, ...(details !== undefined && { details }) },
  }
}

function alone(events: Event[]) {
  return events.map((event) => [event])
}

/** Events that follow each other and are done together. */
function runsOf(events: Event[]): Event[][] {
  const runs: Event[][] = []
  for (const event of events) {
    const run = runs.at(-1)
    if (run && goTogether(run, event)) run.push(event)
    else runs.push([event])
  }
  return runs
}

function goTogether(run: Event[], event: Event) {
  if (isConversion(event)) return isConversion(run[0]) && run.length < TOGETHER
  return event.type === 'click' && run[0].type === 'click'
}

/** A test is rolled back, by itself. */
function isConversion({ type, test }: Event) {
  return type === 'lead' || (type === 'sale' && !test)
}
