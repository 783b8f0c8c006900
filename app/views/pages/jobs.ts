import { readFile } from 'node:fs/promises'
import { DateTime } from 'luxon'
import { dataPath } from '#config/data'
import { clock } from '#core/clock'
import { lostClicks } from '#tracking/lost_clicks'
import { decimal } from '#views/words'
import type { Inspection } from '#queue/inspect'

const LINES_SHOWN = 12

/** A worker says that it lives every 15 s; one that missed this many seconds is told as silent. */
const SILENT_AFTER = 60

const jobs: Record<string, { name: string; says: string }> = {
  'ledger.mature': {
    name: 'Mature commissions',
    says: 'Pending ones whose hold has ended become due.',
  },
  'payouts.open': {
    name: 'Open payout runs',
    says: 'By each workspace’s schedule, in its time zone.',
  },
  'payouts.continue': { name: 'Continue a payout run', says: 'Builds or ends a large one.' },
  'payouts.send': { name: 'Send payouts', says: 'Through providers that have an API.' },
  'payouts.reconcile': { name: 'Work through result files', says: 'Those of banks and providers.' },
  'payouts.ask': { name: 'Ask providers', says: 'What became of the payouts that they were sent.' },
  'payouts.catch_up': { name: 'Finish payout runs', says: 'Those that were left half-built.' },
  'tracking.roll_up': { name: 'Count clicks', says: 'Into the daily figures of charts.' },
  'reports.roll_up': { name: 'Count sales', says: 'Into the daily figures of reports.' },
  'mails.relay': { name: 'Send mails', says: 'Those that wait, and those that failed before.' },
  'tracking.decide': {
    name: 'Decide open conversions',
    says: 'Those whose click did not come within 15 minutes.',
  },
  'sources.process': {
    name: 'Process events',
    says: 'What Stripe and the like sent: leads, sales, refunds.',
  },
  'tracking.prune': { name: 'Prune clicks', says: 'Those past their retention.' },
  'ledger.expire': { name: 'Expire', says: 'Leads, keys, invitations and idempotency rows.' },
  'demo.fill': { name: 'Fill sample workspaces', says: 'Once, where someone asked for one.' },
  'database.statistics': {
    name: 'Look at the indexes',
    says: 'So that SQLite takes the best for each question.',
  },
  'ledger.verify': { name: 'Verify the ledger', says: 'Every row of money against every other.' },
}

const queues: Record<string, { name: string; says: string }> = {
  money: { name: 'Money', says: 'Commissions, runs, payment files' },
  upkeep: { name: 'Upkeep', says: 'Counts, verification, clearing up' },
}

/** What the Jobs screen shows. */
export async function jobsPage(inspection: Inspection) {
  const { worker } = inspection
  return {
    ...inspection,
    describe: (job: string) => jobs[job] ?? { name: job, says: '' },
    describeQueue: (queue: string) => queues[queue] ?? { name: queue, says: '' },
    silent: !worker || clock.now().diff(worker.beatAt).as('seconds') > SILENT_AFTER,
    took,
    lost: await lostClicks(),
    supervised: await supervised(),
  }
}

/** `120 ms`, `1.4 s`, `3 min` */
function took(milliseconds: number) {
  if (milliseconds < 1_000) return `${milliseconds} ms`
  if (milliseconds < 60_000) return `${decimal(milliseconds / 1_000)} s`
  return `${Math.round(milliseconds / 60_000)} min`
}

/** What became of the processes, the newest first, as `npm start` writes it; empty without it. */
async function supervised() {
  const file = dataPath('supervisor.jsonl')
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.split('\n').flatMap(momentOf).slice(-LINES_SHOWN).reverse()
}

function momentOf(line: string) {
  try {
    const { at: written, message } = JSON.parse(line) as { at: string; message: string }
    const at = DateTime.fromISO(written, { zone: 'utc' })
    return at.isValid ? [{ text: message, at, icon: 'job' }] : []
  } catch {
    return []
  }
}
