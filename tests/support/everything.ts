import { system } from '#core/actor'
import { clock } from '#core/clock'
import ApiKey from '#models/api_key'
import CommissionRule from '#models/commission_rule'
import Coupon from '#models/coupon'
import Enrollment from '#models/enrollment'
import Link from '#models/link'
import Payout from '#models/payout'
import Referral from '#models/referral'
import SourceEvent from '#models/source_event'
import { openByHand } from '#payouts/open'
import { reconcile } from '#payouts/reconcile'
import {
  anotherAffiliate,
  approvedRun,
  changeDestination,
  dueProgram,
  openRun,
  paidRun,
  refund,
  saleOf,
} from '#tests/support/money'
import { makeAffiliate, makeCampaign, makeUser, sell, unique } from '#tests/support/world'

type Program = Awaited<ReturnType<typeof dueProgram>>

/** A workspace in which everything that a screen can show is there, in each of its states, and with long names. */
export async function makeEverything() {
  const program = await dueProgram({ payoutMinimums: { USD: 100 } })
  await addTerms(program)
  await addPeople(program)
  await addKeys(program)
  await addRuns(program)
  await addCustomers(program)
  return program
}

async function addTerms({ workspace, campaign, affiliate }: Program) {
  const paused = await makeCampaign(workspace, { name: `Long ${'name '.repeat(20)}` })
  await CommissionRule.create({
    workspaceId: workspace.id,
    campaignId: paused.id,
    event: 'renewal',
    reward: { type: 'percent', rate_bps: 3000 },
    allConditions: [{ field: 'plan', op: 'is', value: 'annual' }],
    anyConditions: [],
    duration: null,
    position: 1,
    lockVersion: 0,
  })
  await paused.pause(system)
  const archived = await makeCampaign(workspace)
  await archived.archive(system)
  const own = await makeCampaign(workspace)
  await Enrollment.enroll(affiliate, own, { reward: { type: 'percent', rate_bps: 3500 } }, system)
  const refParam = `long-${unique()}-${'x'.repeat(40)}`
  await Link.make(affiliate, campaign, { refParam, name: 'Newsletter' }, system)
  await Coupon.make(affiliate, campaign, `CODE${unique()}`, system)
}

async function addPeople({ workspace, owner, affiliate }: Program) {
  const ben = await makeUser()
  await changeDestination(workspace, affiliate.id, ben.id, 'paypal')
  const email = `${'a.very.long.address.'.repeat(3)}x@subdomain.of.a.long.domain.example.com`
  await makeAffiliate(workspace, { email, name: null, state: 'pending', tags: ['blog', 'video'] })
  await makeAffiliate(workspace, { state: 'invited' })
  const rejected = await makeAffiliate(workspace, { state: 'pending' })
  await rejected.reject(system, 'no_fit')
  const suspended = await makeAffiliate(workspace)
  await suspended.suspend(owner.actor, 'terms_broken', 'Twice.')
  const archived = await makeAffiliate(workspace)
  await archived.archive(owner.actor)
}

async function addKeys({ workspace, owner }: Program) {
  await ApiKey.mint(workspace, owner, { name: 'Server' })
  const disabled = await ApiKey.mint(workspace, owner, { name: 'Off' })
  await disabled.disable(owner.actor)
  const revoked = await ApiKey.mint(workspace, owner, { name: 'Gone' })
  await revoked.revoke(owner.actor)
}

/** Runs and payouts: completed with one returned, partly failed, canceled, on the way, approved, to approve. */
async function addRuns(program: Program) {
  const { workspace, owner, sale, affiliate } = program
  const other = await anotherAffiliate(workspace)
  const both = async () => {
    await saleOf(program)
    await sell(workspace, { ref: other.link.refParam })
  }

  await paidRun(workspace, owner)
  await refund(sale, 1000)
  await both()
  const returned = await paidRun(workspace, owner)
  await returned.payout.return(owner.actor, 'sent_back_by_bank', 'In May.')
  const failed = await approvedRun(workspace, owner).catch(() => null)
  await failed?.payout.fail(owner.actor, 'account_closed')

  await both()
  const [canceled] = await openByHand(workspace, {}, owner.actor)
  await canceled.reject(owner.actor, 'wrong_amounts')
  const onTheWay = await approvedRun(workspace, owner)
  await onTheWay.run.execute(owner.actor)
  const result = `payout_id,status\n${onTheWay.payout.id},paid\npo_01k90000000000000000000000,paid\n`
  await reconcile(onTheWay.run, result, owner.actor)
  await both()
  await approvedRun(workspace, owner)

  await both()
  await affiliate.give(
    { kind: 'bonus', amount: 5000, currency: 'EUR', campaign: null, reason: 'agreed' },
    owner.actor
  )
  const { run } = await openRun(workspace, owner)
  const [excluded] = await Payout.query().where({
    run_id: run.id,
    affiliate_id: other.affiliate.id,
  })
  await excluded?.exclude(owner.actor, 'tax_papers_missing')
}

async function addCustomers(program: Program) {
  const { workspace, owner, affiliate, link } = program
  await SourceEvent.create({
    workspaceId: workspace.id,
    source: 'stripe',
    externalId: 'evt_1',
    type: 'invoice.paid',
    body: '{}',
    state: 'ignored',
    reason: 'A test.',
    occurredAt: clock.now(),
  })
  await sell(workspace, { kind: 'lead', amount: 0, currency: undefined, ref: link.refParam })
  await sell(workspace, { amount: 5000 })
  await sell(workspace, {
    ref: link.refParam,
    customer: { externalId: 'self', email: affiliate.email },
  })
  const { commission } = await saleOf(program)
  await commission.void(owner.actor, 'test_order')
  const { commission: kept } = await saleOf(program)
  await kept.hold(owner.actor, 'Who is this?')
  const held = await makeCampaign(workspace, { holdDays: 30 })
  const slow = await Link.make(affiliate, held, {}, system)
  await sell(workspace, { ref: slow.refParam })
  const denied = await sell(workspace, { ref: link.refParam })
  const referral = await Referral.findOrFail(denied.referralId!)
  await referral.deny({ reason: 'fraud', voidCommissions: false }, owner.actor)
}
