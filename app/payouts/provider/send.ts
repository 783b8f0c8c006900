import { createHash } from 'node:crypto'
import { system } from '#core/actor'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { record } from '#core/events'
import { oneByOne } from '#core/one_by_one'
import db from '@adonisjs/lucid/services/db'
import Payout from '#models/payout'
import ProviderBatch from '#models/provider_batch'
import Workspace from '#models/workspace'
import { payPalAmount } from '#payouts/methods/paypal/amount'
import { PayPalClient, type BatchItem } from '#payouts/methods/paypal/api/client'
import { openDestination } from '#payouts/methods/sealed'
import { formBatches } from '#payouts/provider/form'
import type { Creation } from '#payouts/methods/paypal/api/creation'
import type { PayPalAccount } from '#models/types'

/** Minutes until another worker may try: longer than a call can take. */
const LEASE = 10

/** PayPal knows a batch again for 30 days; after these, sending it again could pay it again. */
const DAYS = 25

/** Sends every batch whose time has come. */
export async function sendBatches(): Promise<{ sent: number }> {
  await formBatches()
  const batches = await ProviderBatch.query()
    .whereIn('state', ['waiting', 'sending', 'refused'])
    .where('next_at', '<=', clock.now().toJSDate())
    .orderBy('id')
  await oneByOne(batches, sendBatch)
  return { sent: batches.length }
}

/**
 * Sends one batch. What is written before the call says that it may have arrived; whatever ends this process
 * then, the next attempt carries the same id, and the provider takes it once.
 */
export async function sendBatch(batch: ProviderBatch) {
  const workspace = await Workspace.findOrFail(batch.workspaceId)
  const account = workspace.payer.paypal
  const attempt = await begin(batch, account)
  if (attempt === null) return

  const subject = `You have a payout from ${workspace.name}`
  const creation = await new PayPalClient(attempt.account).create(batch.id, attempt.items, subject)
  await end(batch, creation)
}

/** Which PayPal account a batch was sent from: another one would take it a second time. */
export function fingerprintOf({ environment, client_id: id }: PayPalAccount) {
  return createHash('sha256').update(`${environment} ${id}`).digest('hex')
}

/** Null where there is nothing to send now. */
async function begin(batch: ProviderBatch, account: PayPalAccount | undefined) {
  return atomically(async () => {
    await db.from('provider_batches').where('id', batch.id).forUpdate().select('id')
    await batch.refresh()
    const isDue = batch.nextAt !== null && batch.nextAt <= clock.now()
    if (!isDue || !['waiting', 'sending', 'refused'].includes(batch.state)) return null

    // An attempt that told nothing of its end may have arrived.
    if (batch.state === 'sending') await doubt(batch)
    const open = await batch.related('payouts').query().where('state', 'processing').orderBy('id')
    if (open.length === 0) {
      await batch.merge({ state: 'closed', nextAt: null }).save()
      return null
    }
    const obstacle = obstacleTo(batch, account)
    if (obstacle) {
      const nextAt = tooLate(batch) ? null : clock.now().plus({ hours: 1 })
      await batch.merge({ problem: obstacle, nextAt }).save()
      return null
    }
    await batch
      .merge({
        state: 'sending',
        attempts: batch.attempts + 1,
        sentAt: batch.sentAt ?? clock.now(),
        account: fingerprintOf(account!),
        nextAt: clock.now().plus({ minutes: LEASE }),
      })
      .save()
    return { account: account!, items: open.map(itemOf) }
  })
}

function obstacleTo(batch: ProviderBatch, account: PayPalAccount | undefined): string | null {
  if (!account) return 'The workspace has no PayPal credentials.'
  if (batch.account && batch.account !== fingerprintOf(account))
    return 'It was sent by other credentials. Give those back, or say by hand what became of it.'
  return tooLate(batch)
    ? 'Nobody knows whether it arrived, and it is too old to be sent again.'
    : null
}

function tooLate({ sentAt }: ProviderBatch) {
  return sentAt !== null && sentAt < clock.now().minus({ days: DAYS })
}

/** What became of it is told, however late: an answer that says nothing leaves the payouts on their way. */
async function end(batch: ProviderBatch, creation: Creation) {
  await atomically(async () => {
    await batch.refresh()
    if (batch.state !== 'sending') return
    const next = clock.now().plus({ minutes: Math.min(2 ** batch.attempts, 360) })

    if (creation.kind === 'accepted') {
      const known = { providerBatchId: creation.batchId, problem: null, outcomeUnknown: false }
      await batch.merge({ ...known, state: 'accepted', nextAt: clock.now() }).save()
      await mark(batch, null)
    } else if (creation.kind === 'unknown') {
      await batch.merge({ problem: creation.problem, nextAt: next }).save()
      await doubt(batch)
    } else if (creation.kind === 'refused') {
      await batch.merge({ state: 'refused', problem: creation.problem, nextAt: next }).save()
      if (!batch.outcomeUnknown) await mark(batch, 'refused_by_provider')
    } else {
      const wait = clock.now().plus({ seconds: creation.wait ?? 0 })
      const nextAt = wait > next ? wait : next
      const state = batch.outcomeUnknown ? 'sending' : 'waiting'
      await batch.merge({ state, problem: creation.problem, nextAt }).save()
    }
    await record(await batch.related('run').query().firstOrFail(), {
      type: `payout_run.batch_${creation.kind}`,
      actor: system,
      data: { batch_id: batch.id, items: batch.items, attempt: batch.attempts },
    })
  })
}

async function doubt(batch: ProviderBatch) {
  await batch.merge({ outcomeUnknown: true }).save()
  await mark(batch, 'outcome_unknown')
}

async function mark(batch: ProviderBatch, attention: string | null) {
  await Payout.query()
    .where({ batch_id: batch.id, state: 'processing' })
    .where((mine) =>
      mine.whereNull('attention').orWhereIn('attention', ['outcome_unknown', 'refused_by_provider'])
    )
    .update({ attention, updated_at: clock.now().toJSDate() })
}

function itemOf(payout: Payout): BatchItem {
  const email = openDestination(payout.destination)?.email
  if (!email) throw new Error(`Payout ${payout.id} names no PayPal account`)
  return {
    recipient_type: 'EMAIL',
    receiver: email,
    amount: { value: payPalAmount(payout.amount, payout.currency), currency: payout.currency },
    sender_item_id: payout.id,
    note: 'Affiliate payout',
  }
}
