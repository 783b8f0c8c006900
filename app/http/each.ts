import { Refusal } from '#exceptions/errors'
import { refusalOf } from '#exceptions/refusal_of'
import { fingerprintOf, once } from '#http/idempotency'
import { idempotencyKey } from '#middleware/idempotency_middleware'
import type { HttpContext } from '@adonisjs/core/http'

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
  const key = idempotencyKey(ctx)
  if (key === undefined) return work()

  const write = {
    credential: ctx.caller.credential,
    key: `${key}#${item}`,
    fingerprint: fingerprintOf(ctx.request.url(), JSON.stringify(ctx.request.body())),
  }
  const { answer } = await once(write, async () => ({
    status: 200,
    headers: {},
    body: JSON.stringify((await work()) ?? null),
  }))
  return JSON.parse(answer.body) as T
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
