import { load, type Result } from './load.js'
import { median } from './median.js'
import type { Server } from './servers.js'

/** `processor` is what one answer took of it, in microseconds: it tells the most on a machine that is busy. */
interface Measured extends Result {
  processor: number
}

interface Round {
  bare: Measured
  ours: Measured
}

export interface Asked {
  rounds: number
  seconds: number
  connections: number
}

/** What one measurement of the redirect found: medians of its rounds. */
export interface Clicks {
  requests_per_second: number
  bare_requests_per_second: number
  ratio: number
  p50_ms: number
  p99_ms: number
  processor_us: number
  bare_processor_us: number
  memory_mb: number
}

/** No round answers more, however fast the machine: it bounds the ids that are compared. */
const MOST = 1_000_000

/** Visits as fast as can be, in turn with the bare server. Adds the ids of all clicks that were answered to `told`. */
export async function race(
  bare: Server,
  ours: Server,
  paths: string[],
  asked: Asked,
  told: string[]
): Promise<Clicks> {
  const warm = { ...asked, seconds: Math.min(2, asked.seconds) }
  told.push(...(await visits(ours, paths, warm)).clicks)
  await visits(bare, paths, { ...warm, seconds: 1 })

  const rounds: Round[] = []
  for (let round = 0; round < asked.rounds; round++) {
    rounds.push({
      bare: await visits(bare, paths, asked),
      ours: await visits(ours, paths, asked),
    })
    told.push(...rounds[round].ours.clicks)
  }
  const of = (value: (round: Round) => number, digits = 0) => median(rounds.map(value), digits)
  return {
    requests_per_second: of(({ ours: one }) => perSecond(one)),
    bare_requests_per_second: of(({ bare: one }) => perSecond(one)),
    ratio: of((round) => perSecond(round.ours) / perSecond(round.bare), 3),
    p50_ms: of(({ ours: one }) => one.p50, 1),
    p99_ms: of(({ ours: one }) => one.p99, 1),
    processor_us: of(({ ours: one }) => one.processor),
    bare_processor_us: of(({ bare: one }) => one.processor),
    memory_mb: Math.round((await ours.memory()) / 1024 / 1024),
  }
}

/** Visits at a fixed rate, whatever the server does: how long each took from when it was to be sent. */
export async function pace(
  ours: Server,
  paths: string[],
  rate: number,
  asked: Asked,
  told: string[]
) {
  const result = await load({ port: ours.port, paths, ...asked, most: MOST, rate })
  told.push(...result.clicks)
  return {
    asked_per_second: rate,
    answered_per_second: Math.round(perSecond(result)),
    p50_ms: Number(result.p50.toFixed(1)),
    p99_ms: Number(result.p99.toFixed(1)),
  }
}

async function visits(
  server: Server,
  paths: string[],
  { connections, seconds }: Asked
): Promise<Measured> {
  const before = await server.processor()
  const result = await load({ port: server.port, paths, connections, seconds, most: MOST })
  const taken = (await server.processor()) - before
  return { ...result, processor: (taken / result.answers) * 1_000_000 }
}

function perSecond(result: Result) {
  return result.answers / result.seconds
}
