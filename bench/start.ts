import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort } from './servers.js'

/**
 * npm run bench -- start [--rounds N] [--json]
 *
 * `npm start` on an empty data folder, then again with nothing changed: seconds until it is ready, and until it
 * has ended after SIGTERM.
 */
const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
})

const folder = await mkdtemp(join(tmpdir(), 'tributary-bench-'))
const env = { ...process.env, DATA_PATH: folder, PORT: String(await freePort()) }
const rounds = []
try {
  for (let round = 0; round <= Number(options.rounds); round++) rounds.push(await measure())
} finally {
  await rm(folder, { recursive: true, force: true })
}

const [first, ...later] = rounds
if (options.json) console.log(JSON.stringify({ first, later }))
else console.table({ 'empty data folder': first, ...later }) // seconds

async function measure() {
  const began = performance.now()
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await untilReady(child)
  const ready = seconds(began)
  const told = performance.now()
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
  return { ready, stopped: seconds(told) }
}

async function untilReady(child: ChildProcess) {
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.startsWith('Tributary is ready')) return
  }
  throw new Error('npm start ended before it was ready')
}

function seconds(since: number) {
  return Math.round((performance.now() - since) / 10) / 100
}
