import { setTimeout as sleep } from 'node:timers/promises'
import { at } from './load.js'

/** How one asks for a page while something else goes on: so many times a second, however slow the last was. */
const PER_SECOND = 20

export interface Felt {
  requests: number
  /** Those that were not answered with 200. */
  failures: number
  /** In milliseconds. */
  p50: number
  p99: number
  max: number
}

/** Asks for a page at a steady pace until it is told to stop, and answers how long that took. */
export function probe(url: string, headers: Record<string, string>) {
  const times: number[] = []
  let failures = 0
  let asking = true
  const asked = (async () => {
    const open: Promise<void>[] = []
    while (asking) {
      open.push(
        ask(url, headers, times).catch((error) => {
          failures += 1
          console.error(String(error))
        })
      )
      await sleep(1_000 / PER_SECOND)
    }
    await Promise.all(open)
  })()

  return {
    async stop(): Promise<Felt> {
      asking = false
      await asked
      times.sort((one, other) => one - other)
      return {
        requests: times.length,
        failures,
        p50: at(times, 0.5),
        p99: at(times, 0.99),
        max: at(times, 1),
      }
    },
  }
}

async function ask(url: string, headers: Record<string, string>, times: number[]) {
  const begun = performance.now()
  const response = await fetch(url, { headers })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  times.push(performance.now() - begun)
}
