import { Refusal } from '#exceptions/errors'
import { refusalOf } from '#exceptions/refusal_of'
import { fingerprintOf, once, type Write } from '#http/idempotency'
import { onceForAll, type Once } from '#http/once_together'
import { idempotencyKey } from '#middleware/idempotency_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { Outcome } from '#core/outcome'

/** What came of one item of a bulk request. */
export interface ItemAnswer {
  id: string
  ok: boolean
  code?: string
  error?: string
}

/**
 * Does the same for many rows, each in a transaction of its own: one that is refused keeps no other back.
 * Under an idempotency key each item has a key of its own.
 */
export async function forEachId(
  ctx: HttpContext,
  ids: string[],
  work: (id: string) => Promise<unknown>
): Promise<ItemAnswer[]> {
  const answers: ItemAnswer[] = []
  for (const id of ids)
    answers.push(
      await answered(ctx, id, () => onceForItem(ctx, id, async () => void (await work(id))))
    )
  return answers
}

/** Runs the work of one item, once for its part of the request's idempotency key. */
export async function onceForItem<T>(ctx: HttpContext, item: string, work: () => Promise<T>) {
  const [write] = writesOf(ctx, [item])
  if (!write) return work()

  const { answer } = await once(write, async () => ({
    status: 200,
    headers: {},
    body: JSON.stringify((await work()) ?? null),
  }))
  return JSON.parse(answer.body) as T
}

/**
 * The same of items that are worked on together: `work` is given those that were not answered before, by their places,
 * and keeps its answers. They are texts, as they are kept.
 */
export async function onceForItems(
  ctx: HttpContext,
  items: string[],
  work: (fresh: { at: number; once?: Once }[]) => Promise<Outcome<string>[]>
): Promise<Outcome<string>[]> {
  const writes = writesOf(ctx, items)
  if (writes.length === 0) return work(items.map((_, at) => ({ at })))

  return onceForAll(writes, (fresh) =>
    work(fresh.map((its) => ({ at: writes.indexOf(its.write), once: its })))
  )
}

const fingerprints = new WeakMap<HttpContext, string>()

/** Each item under its part of the request's idempotency key; none where it has no key. */
function writesOf(ctx: HttpContext, items: string[]): Write[] {
  const key = idempotencyKey(ctx)
  if (key === undefined) return []
  const { credential } = ctx.caller
  const fingerprint =
    fingerprints.get(ctx) ?? fingerprintOf(ctx.request.url(), JSON.stringify(ctx.request.body()))
  fingerprints.set(ctx, fingerprint)
  return items.map((item) => ({ credential, key: `${key}#${item}`, fingerprint }))
}

async function answered(
  ctx: HttpContext,
  id: string,
  work: () => Promise<unknown>
): Promise<ItemAnswer> {
  try {
    await work()
    return { id, ok: true }
  } catch (error) {
    const refusal = refusalOfItem(error, ctx)
    return { id, ok: false, code: refusal.code, error: refusal.message }
  }
}

/** Refusals are the item's answer; anything else is the request's. */
export function refusalOfItem(thrown: unknown, { request }: HttpContext): Refusal {
  const error = refusalOf(thrown, request)
  if (error instanceof Refusal) return error
  throw thrown
}

/** What a bulk request did, for people: "3 affiliates were activated; 1 could not be. It is active already." */
export function bulkNotice(answers: ItemAnswer[], noun: string, done: string) {
  const refused = answers.filter(({ ok }) => !ok)
  const well = answers.length - refused.length
  const sentence = `${well} ${well === 1 ? `${noun} was` : `${noun}s were`} ${done}`
  if (refused.length === 0) return `${sentence}.`
  const why = [...new Set(refused.map(({ error }) => error))].slice(0, 3).join(' ')
  return `${sentence}; ${refused.length} could not be. ${why}`
}
