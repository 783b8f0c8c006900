import db from '@adonisjs/lucid/services/db'
import { system } from '#core/actor'
import { Refusal } from '#exceptions/errors'
import { verifyLedger } from '#ledger/verify'
import { recordRefund } from '#ledger/refunds'
import Commission from '#models/commission'
import LeftOut from '#models/left_out'
import Link from '#models/link'
import Payout from '#models/payout'
import PayoutMethod from '#models/payout_method'
import PayoutRun from '#models/payout_run'
import { openByHand } from '#payouts/open'
import { makeAffiliate, makeCampaign, makeProgram, sell, unique } from '#tests/support/world'
import type { Assert } from '@japa/assert'
import type Conversion from '#models/conversion'
import type User from '#models/user'
import type Workspace from '#models/workspace'

/** A sale of $100.00 that is due at once, and its commission of $20.00. */
export async function dueProgram(settings: Parameters<typeof makeProgram>[1] = {}) {
  const program = await makeProgram({ holdDays: 0 }, settings)
  const { sale, commission } = await saleOf(program)
  return { ...program, sale, commission }
}

/** One more sale of $100.00 by the program's affiliate. */
export async function saleOf(
  { workspace, link }: { workspace: Workspace; link: { refParam: string } },
  amount = 10_000
) {
  const sale = await sell(workspace, { ref: link.refParam, amount })
  return { sale, commission: await Commission.findByOrFail('conversion_id', sale.id) }
}

/** The one run that is opened by hand, and its one payout. */
export async function openRun(workspace: Workspace, owner: User) {
  const [run] = await openByHand(workspace, {}, owner.actor)
  return { run, payout: await Payout.findByOrFail('run_id', run.id) }
}

/** A run that one approval made ready to be paid. */
export async function approvedRun(workspace: Workspace, owner: User) {
  const { run, payout } = await openRun(workspace, owner)
  await run.approve(owner.actor)
  await payout.refresh()
  return { run, payout }
}

export async function paidRun(workspace: Workspace, owner: User) {
  const { run, payout } = await approvedRun(workspace, owner)
  await run.execute(owner.actor)
  await run.pay(owner.actor, { reference: 'bank-1' })
  await payout.refresh()
  return { run, payout }
}

export async function refund(sale: Conversion, amount?: number, externalId = `rf-${unique()}`) {
  const input = { externalId, conversionExternalId: sale.externalId, amount }
  return (await recordRefund(sale.workspaceId, input, system)).refund
}

/** The rows of a conversion as `amount state`, oldest first. */
export async function rowsOf(sale: Conversion): Promise<string[]> {
  const rows = await Commission.query().where('conversion_id', sale.id).orderBy('id')
  return rows.map(({ amount, state }) => `${amount} ${state}`)
}

/** What the family of a conversion is worth to its affiliate now, in minor units. */
export async function worthOf(sale: Conversion): Promise<number> {
  const row = await db
    .from('commissions')
    .where('conversion_id', sale.id)
    .whereNot('state', 'voided')
    .sum('amount as total')
    .first()
  return Number(row.total ?? 0)
}

/** Every rule of the books holds. */
export async function assertBalanced(assert: Assert, workspace: Workspace) {
  const { breaks, missingTriggers } = await verifyLedger({ workspaceId: workspace.id })
  assert.deepEqual(breaks, [])
  assert.deepEqual(missingTriggers, [])
}

/** That the work is refused with this status and code. */
export async function assertRefused(
  assert: Assert,
  status: number,
  code: string,
  work: () => Promise<unknown>
) {
  const error = await work().then(
    () => assert.fail(`was not refused with ${code}`),
    (refusal: unknown) => refusal
  )
  assert.instanceOf(error, Refusal)
  const refusal = error as Refusal
  assert.deepEqual([refusal.status, refusal.code], [status, code], refusal.stack)
  return refusal
}

/** Who a run left out: why, and how much. */
export async function leftOutOf(run: PayoutRun) {
  const rows = await LeftOut.query().where('run_id', run.id).orderBy('id')
  return rows.map(({ reason, amount }) => [reason, amount])
}

export function runsOf(workspace: Workspace) {
  return PayoutRun.query().where('workspace_id', workspace.id).orderBy('id')
}

/** Another affiliate, with a link of their own, in a campaign of their own that holds nothing. */
export async function anotherAffiliate(workspace: Workspace) {
  const campaign = await makeCampaign(workspace, { holdDays: 0 })
  const affiliate = await makeAffiliate(workspace)
  return { affiliate, link: await Link.make(affiliate, campaign, {}, system) }
}

/** Where an affiliate wants the money, as someone changed it just now. */
export async function changeDestination(
  workspace: Workspace,
  affiliateId: string,
  changedById: string,
  kind: 'sepa' | 'paypal'
) {
  const affiliate = await workspace
    .related('affiliates')
    .query()
    .where('id', affiliateId)
    .firstOrFail()
  const destination =
    kind === 'sepa'
      ? { holder: 'Ada', iban: 'DE89370400440532013000' }
      : { email: `paid-${unique()}@example.com` }
  return PayoutMethod.choose(affiliate, { kind, destination }, { kind: 'user', id: changedById })
}
