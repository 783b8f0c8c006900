import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { circumstances, round } from './figures.js'
import { probe, type Felt } from './probe.js'
import { startWorker, tell } from './worker.js'
import {
  ace,
  campaign,
  clientOf,
  makeWorkspace,
  settingsOf,
  tributary,
  type Account,
} from './servers.js'
import type { Took } from './money_measure.js'

/**
 * npm run bench -- money [--postgres URL] [--commissions N] [--affiliates N] [--json]
 *
 * Matures commissions, opens a run over them, approves it, writes its files and verifies the books, in a process
 * as a worker is one; meanwhile asks a web process for a light page, 20 times a second. `--postgres` names an
 * empty database; without it SQLite in a folder of its own.
 */
const { values: options } = parseArgs({
  options: {
    postgres: { type: 'string' },
    commissions: { type: 'string', default: '1000000' },
    affiliates: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const commissions = Number(options.commissions)
const affiliates = Number(options.affiliates ?? Math.ceil(commissions / 10))

/** What each step may take for 1,000,000 commissions of 100,000 affiliates, in seconds. */
const limits = { mature: 90, open: 180, approve: 120, files: 60, verify: 120 }

type Step = keyof typeof limits
type Measured = Took & Felt & { step: Step; loop_p99_ms: number; loop_max_ms: number }

const folder = await mkdtemp(join(tmpdir(), 'tributary-bench-'))
const env = settingsOf(folder, options.postgres)

let worker: ChildProcess | undefined
try {
  await ace(env, 'migration:run', '--force')
  const account = await makeWorkspace(env)
  worker = await startWorker(env)
  report(await measureAll(account))
} finally {
  worker?.disconnect()
  await rm(folder, { recursive: true, force: true })
}

async function measureAll(account: Account): Promise<Measured[]> {
  const web = await tributary(env)
  try {
    const { id: campaignId } = await clientOf(web.port, account)('campaigns', campaign)
    const who = { workspaceId: account.account_id, userId: account.user_id }
    await tell(worker!, 'fill', { ...who, campaignId, affiliates, commissions })
    // What comes is measured in a process that has not done that.
    worker!.disconnect()
    worker = await startWorker(env)

    const during = async (step: Step, input: object = {}): Promise<Measured> => {
      await web.loopDelay()
      const page = probe(`http://127.0.0.1:${web.port}/api/v1/workspace`, {
        'Authorization': `Bearer ${account.api_key}`,
        'X-Account-Id': account.account_id,
      })
      const took = await tell(worker!, step, input)
      const felt = await page.stop()
      const { p99, max } = await web.loopDelay()
      if (!options.json) console.error(step, JSON.stringify(took.answer))
      return { step, ...took, ...felt, loop_p99_ms: p99, loop_max_ms: max }
    }

    const mature = await during('mature')
    const open = await during('open', who)
    const { id: runId } = open.answer as { id: string }
    const approve = await during('approve', { runId, ...who })
    const files = await during('files', { runId })
    const verify = await during('verify')
    refuseWrong(open, verify)
    return [mature, open, approve, files, verify]
  } finally {
    await web.stop()
  }
}

/** A benchmark that does not look at what came of it measures nothing. */
function refuseWrong(open: Measured, verify: Measured) {
  const { payouts } = open.answer as { payouts: number }
  const { breaks } = verify.answer as { breaks: number }
  if (payouts !== affiliates) throw new Error(`${payouts} payouts for ${affiliates} affiliates`)
  if (breaks > 0) throw new Error(`The books do not balance: ${JSON.stringify(verify.answer)}`)
}

function report(steps: Measured[]) {
  const figures = steps.map((each) => ({
    step: each.step,
    seconds: round(each.seconds, 1),
    cpu_seconds: round(each.cpu_seconds, 1),
    limit_seconds: limits[each.step],
    longest_transaction_ms: round(each.longest_transaction_ms),
    transactions: each.transactions,
    memory_mb: round(each.memory_mb),
    page_failures: each.failures,
    page_p50_ms: round(each.p50, 1),
    page_p99_ms: round(each.p99, 1),
    page_max_ms: round(each.max),
    loop_p99_ms: round(each.loop_p99_ms, 1),
    loop_max_ms: round(each.loop_max_ms),
  }))
  const outcome = {
    ...circumstances(options.postgres),
    commissions,
    affiliates,
    steps: figures,
  }
  if (!options.json) table(figures)
  console.log(JSON.stringify(outcome))
}

function table(rows: Record<string, string | number>[]) {
  const names = Object.keys(rows[0])
  const line = (cells: (string | number)[]) =>
    console.log(cells.map((cell, at) => String(cell).padStart(names[at].length + 2)).join(''))
  line(names)
  for (const row of rows) line(Object.values(row))
}
