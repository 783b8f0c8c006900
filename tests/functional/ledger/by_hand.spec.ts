import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { undoRefund } from '#ledger/refunds'
import Commission from '#models/commission'
import CommissionRule from '#models/commission_rule'
import Conversion from '#models/conversion'
import Link from '#models/link'
import Referral from '#models/referral'
import {
  approvedRun,
  assertBalanced,
  assertRefused,
  openRun,
  paidRun,
  refund,
  rowsOf,
  saleOf,
} from '#tests/support/money'
import { later, makeAffiliate, makeCampaign, makeProgram, sell } from '#tests/support/world'
import type Affiliate from '#models/affiliate'

/** Two affiliates of one campaign that pays 20% at once. */
async function rivals(terms: Parameters<typeof makeProgram>[0] = {}) {
  const program = await makeProgram({ holdDays: 0, ...terms })
  const rival = await makeAffiliate(program.workspace)
  return { ...program, rival }
}

/** What each commission of a conversion is, and whose. */
async function sharesOf(sale: Conversion) {
  const rows = await Commission.query()
    .where('conversion_id', sale.id)
    .preload('affiliate')
    .orderBy('id')
  return rows.map(({ affiliate, amount, state }) => `${affiliate.id} ${amount} ${state}`)
}

const give = (affiliate: Affiliate, reason = 'a podcast') => ({ affiliate, campaign: null, reason })

test.group('Attribution by hand', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a conversion of nobody’s binds the customer and earns, and says by whom', async ({
    assert,
  }) => {
    const { workspace, owner, rival } = await rivals()
    const sale = await sell(workspace, { amount: 10_000, customer: { externalId: 'ada' } })
    assert.isFalse(sale.attributed)
    await sale.attribute(give(rival), owner.actor)
    assert.deepEqual(await sharesOf(sale), [`${rival.id} 2000 due`])
    assert.match(sale.explanation, /^attributed by hand by Ada Owner: a podcast; .* of \$100\.00$/)
    const referral = await Referral.findByOrFail('customer_external_id', 'ada')
    assert.deepEqual([referral.affiliateId, referral.attributedBy], [rival.id, 'hand'])
    const next = await later(1, () => sell(workspace, { customer: { externalId: 'ada' } }))
    assert.equal(next.affiliateId, rival.id)
    await assertBalanced(assert, workspace)
  })

  test('a lead that is given away and given back earns again: it made the customer known', async ({
    assert,
  }) => {
    const { workspace, owner, affiliate, link, campaign, rival } = await rivals()
    await CommissionRule.create({
      workspaceId: workspace.id,
      campaignId: campaign.id,
      position: 1,
      event: 'lead',
      reward: { type: 'flat', amounts: { USD: 300 } },
      allConditions: [],
      anyConditions: [],
      lockVersion: 0,
    })
    const ada = { amount: 0, kind: 'lead', customer: { externalId: 'ada' } } as const
    const lead = await sell(workspace, { ...ada, currency: undefined, ref: link.refParam })
    await lead.attribute(give(rival), owner.actor)
    await lead.attribute(give(affiliate), owner.actor)
    assert.deepEqual(await sharesOf(lead), [
      `${affiliate.id} 300 voided`,
      `${rival.id} 300 voided`,
      `${affiliate.id} 300 due`,
    ])
    const second = await later(1, () => sell(workspace, { ...ada, currency: undefined }))
    assert.deepEqual(await sharesOf(second), [])
    await assertBalanced(assert, workspace)
  })

  test('a first payment that is given away and given back is the first payment still', async ({
    assert,
  }) => {
    const { workspace, owner, affiliate, link, rival } = await rivals({
      duration: { type: 'first' },
    })
    const ada = { amount: 10_000, customer: { externalId: 'ada' }, ref: link.refParam }
    const first = await sell(workspace, ada)
    const second = await later(1, () => sell(workspace, ada))
    await first.attribute(give(rival), owner.actor)
    await first.attribute(give(affiliate), owner.actor)
    assert.equal((await sharesOf(first)).at(-1), `${affiliate.id} 2000 due`)
    assert.deepEqual(await sharesOf(second), [])
  })

  test('what it earns waits for its hold days, and for what was given back', async ({ assert }) => {
    const { workspace, rival } = await rivals({ holdDays: 30 })
    const sale = await sell(workspace, { amount: 10_000 })
    await refund(sale, 2_500)
    await sale.attribute(give(rival), system)
    assert.deepEqual(await sharesOf(sale), [`${rival.id} 2000 pending`, `${rival.id} -500 pending`])
    await assertBalanced(assert, workspace)
  })

  test('corrected, the first affiliate’s commission is voided and the other’s is held while the customer is the first’s', async ({
    assert,
  }) => {
    const { workspace, affiliate, rival, link } = await rivals()
    const { sale } = await saleOf({ workspace, link })
    await sale.attribute(give(rival), system)
    assert.deepEqual(await sharesOf(sale), [`${affiliate.id} 2000 voided`, `${rival.id} 2000 held`])
    assert.deepEqual([sale.affiliateId, sale.referralId], [rival.id, null])
    const [voided, held] = await Commission.query().where('conversion_id', sale.id).orderBy('id')
    assert.equal(voided.voidReason, 'attribution_corrected')
    assert.deepEqual(
      held.heldReasons.map(({ code }) => code),
      ['customer_of_another']
    )

    const given = await refund(sale)
    await undoRefund(given, system, 'won')
    assert.deepEqual((await sharesOf(sale)).slice(1), [
      `${rival.id} 2000 voided`,
      `${rival.id} 2000 held`,
    ])
    await assertBalanced(assert, workspace)
  })

  test('corrected and corrected back, one commission stands', async ({ assert }) => {
    const { workspace, affiliate, rival, link } = await rivals()
    const { sale } = await saleOf({ workspace, link })
    await sale.attribute(give(rival), system)
    await sale.attribute(give(affiliate), system)
    const rows = await rowsOf(sale)
    assert.deepEqual(rows, ['2000 voided', '2000 voided', '2000 due'])
    await assertRefused(assert, 409, 'CONFLICT', () => sale.attribute(give(affiliate), system))
    await assertBalanced(assert, workspace)
  })

  test('one that waits for its click waits no more', async ({ assert }) => {
    const { workspace, rival } = await rivals()
    const sale = await sell(workspace, {
      clickId: 'clk_01kaaaaaaaaaaaaaaaaaaaaaaa',
      amount: 10_000,
    })
    await sale.attribute(give(rival), system)
    assert.isFalse(sale.open)
    assert.deepEqual(await rowsOf(sale), ['2000 due'])
  })

  test('what is being paid or is paid stays; what awaits approval leaves its payout', async ({
    assert,
  }) => {
    const { workspace, owner, rival, link } = await rivals()
    const { sale } = await saleOf({ workspace, link })
    const { run, payout } = await openRun(workspace, owner)
    await sale.attribute(give(rival), system)
    await payout.refresh()
    assert.equal(payout.state, 'canceled')
    await run.refresh()

    const { sale: second } = await saleOf({ workspace, link })
    const approved = await approvedRun(workspace, owner)
    await assertRefused(assert, 409, 'COMMISSION_LOCKED', () =>
      second.attribute(give(rival), system)
    )
    await approved.run.pay(owner.actor, { reference: 'bank' })
    await assertRefused(assert, 409, 'COMMISSION_LOCKED', () =>
      second.attribute(give(rival), system)
    )
    await assertBalanced(assert, workspace)
  })

  test('a campaign that bound nobody then refuses, and nothing changes', async ({ assert }) => {
    const { workspace, rival } = await rivals()
    const paused = await makeCampaign(workspace, { state: 'paused' })
    const sale = await sell(workspace)
    await assertRefused(assert, 409, 'CONFLICT', () =>
      sale.attribute({ affiliate: rival, campaign: paused, reason: 'x' }, system)
    )
    await sale.refresh()
    assert.isFalse(sale.attributed)
  })
})

test.group('Moving a referral', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const customer = { externalId: 'ada' }

  async function customerOf(program: Awaited<ReturnType<typeof rivals>>) {
    const { workspace, link } = program
    const first = await sell(workspace, { ref: link.refParam, customer, amount: 10_000 })
    const referral = await Referral.findOrFail(first.referralId!)
    return { ...program, first, referral }
  }

  test('without commissions, only what comes is the other’s', async ({ assert }) => {
    const { workspace, affiliate, rival, first, referral } = await customerOf(await rivals())
    const done = await referral.move({ affiliate: rival, withCommissions: false }, system)
    assert.deepEqual(done, { moved: 0, stayed: 0 })
    const next = await later(1, () => sell(workspace, { customer, amount: 10_000 }))
    assert.deepEqual(await sharesOf(first), [`${affiliate.id} 2000 due`])
    assert.deepEqual(await sharesOf(next), [`${rival.id} 2000 due`])
    await refund(first, 5_000)
    assert.deepEqual(await sharesOf(first), [
      `${affiliate.id} 2000 due`,
      `${affiliate.id} -1000 due`,
    ])
    await assertBalanced(assert, workspace)
  })

  test('with commissions, what is open goes along, what is paid stays', async ({ assert }) => {
    const program = await customerOf(await rivals())
    const { workspace, owner, affiliate, rival, first, referral } = program
    await paidRun(workspace, owner)
    const second = await later(1, () => sell(workspace, { customer, amount: 10_000 }))
    const done = await later(2, async () => {
      await refund(second, 5_000)
      return referral.move(
        { affiliate: rival, withCommissions: true, reason: 'agreed' },
        owner.actor
      )
    })
    assert.deepEqual(done, { moved: 1, stayed: 1 })
    assert.deepEqual(await sharesOf(first), [`${affiliate.id} 2000 paid`])
    assert.deepEqual(await sharesOf(second), [
      `${affiliate.id} 2000 voided`,
      `${affiliate.id} -1000 voided`,
      `${rival.id} 2000 due`,
      `${rival.id} -1000 due`,
    ])
    const moved = await Conversion.findOrFail(second.id)
    assert.deepEqual([moved.affiliateId, moved.attributedBy], [rival.id, 'hand'])
    assert.include(moved.explanation, 'customer moved from another affiliate by Ada Owner')
    await assertBalanced(assert, workspace)
  })

  test('the new affiliate’s terms and the order of payments count', async ({ assert }) => {
    const { workspace, rival, first, referral, campaign } = await customerOf(
      await rivals({ duration: { type: 'first' } })
    )
    await Link.make(rival, campaign, {}, system)
    const enrollment = await rival.related('enrollments').query().firstOrFail()
    await enrollment.change({ reward: { type: 'percent', rate_bps: 3_000 } }, system)
    const second = await later(1, () => sell(workspace, { customer, amount: 10_000 }))
    assert.deepEqual(await rowsOf(second), [])
    await referral.move({ affiliate: rival, withCommissions: true }, system)
    assert.deepEqual((await sharesOf(first)).at(-1), `${rival.id} 3000 due`)
    assert.deepEqual(await rowsOf(second), [])
    await assertBalanced(assert, workspace)
  })

  test('a hold by hand, a person’s void and a full refund go along as they are', async ({
    assert,
  }) => {
    const { workspace, affiliate, rival, first, referral } = await customerOf(await rivals())
    await (await Commission.findByOrFail('conversion_id', first.id)).hold(system)
    const voided = await later(1, () => sell(workspace, { customer, amount: 10_000 }))
    await (await Commission.findByOrFail('conversion_id', voided.id)).void(system, 'fraud')
    const back = await later(2, () => sell(workspace, { customer, amount: 10_000 }))
    const given = await refund(back)
    const done = await later(3, () =>
      referral.move({ affiliate: rival, withCommissions: true }, system)
    )
    assert.deepEqual(done, { moved: 2, stayed: 0 })
    assert.deepEqual((await sharesOf(first)).at(-1), `${rival.id} 2000 held`)
    assert.deepEqual(await sharesOf(voided), [`${affiliate.id} 2000 voided`])
    await later(4, async () => {
      await undoRefund(given, system, 'won')
      assert.deepEqual((await sharesOf(back)).at(-1), `${rival.id} 2000 due`)
      await assertBalanced(assert, workspace)
    })
  })

  test('a customer is not moved to whom they are with, nor once denied', async ({ assert }) => {
    const { affiliate, rival, referral } = await customerOf(await rivals())
    const to = (receiver: Affiliate) =>
      referral.move({ affiliate: receiver, withCommissions: true }, system)
    await assertRefused(assert, 409, 'CONFLICT', () => to(affiliate))
    await referral.deny({ reason: 'fraud', voidCommissions: false }, system)
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => to(rival))
  })

  test('the share of whoever brought the affiliate goes along', async ({ assert }) => {
    const program = await rivals({ referralShareBps: 500 })
    const referrer = await makeAffiliate(program.workspace)
    await program.affiliate.change({ referrerId: referrer.id }, system)
    const { workspace, affiliate, rival, first, referral } = await customerOf(program)
    assert.deepEqual(await sharesOf(first), [`${affiliate.id} 2000 due`, `${referrer.id} 500 due`])
    await referral.move({ affiliate: rival, withCommissions: true }, system)
    assert.deepEqual(await sharesOf(first), [
      `${affiliate.id} 2000 voided`,
      `${referrer.id} 500 voided`,
      `${rival.id} 2000 due`,
    ])
    await assertBalanced(assert, workspace)
  })
})

test.group('Denying a referral', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('it earns nothing more; what is not paid is voided where that is said', async ({
    assert,
  }) => {
    const { workspace, owner, link } = await rivals()
    const customer = { externalId: 'ada' }
    const first = await sell(workspace, { ref: link.refParam, customer, amount: 10_000 })
    await paidRun(workspace, owner)
    const second = await later(1, () => sell(workspace, { customer, amount: 10_000 }))
    const referral = await Referral.findOrFail(first.referralId!)
    const done = await referral.deny({ reason: 'fraud', voidCommissions: true }, owner.actor)
    assert.deepEqual(done, { voided: 1, stayed: 1 })
    assert.deepEqual([await rowsOf(first), await rowsOf(second)], [['2000 paid'], ['2000 voided']])
    await later(2, async () => {
      assert.deepEqual(await rowsOf(await sell(workspace, { customer })), [])
      await assertRefused(assert, 409, 'INVALID_TRANSITION', () =>
        referral.deny({ reason: 'fraud', voidCommissions: false }, owner.actor)
      )
      await assertBalanced(assert, workspace)
    })
  })

  test('taken back, it is a customer once they bought, else a lead, and earns again', async ({
    assert,
  }) => {
    const { workspace, link } = await rivals()
    const customer = { externalId: 'ada' }
    await sell(workspace, { kind: 'lead', amount: 0, ref: link.refParam, customer })
    const referral = await Referral.findByOrFail('customer_external_id', 'ada')
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => referral.restore(system))
    for (const state of ['lead', 'customer'] as const) {
      await referral.deny({ reason: 'fraud', voidCommissions: false }, system)
      if (state === 'customer') await sell(workspace, { customer, amount: 1_000 })
      await referral.restore(system)
      assert.equal(referral.state, state)
    }
    assert.deepEqual(await rowsOf(await sell(workspace, { customer, amount: 10_000 })), [
      '2000 due',
    ])
    await assertBalanced(assert, workspace)
  })
})

test.group('Bonuses and adjustments', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const usd = { currency: 'USD', campaign: null }

  test('what is taken back is due at once and carried over until it is made up for', async ({
    assert,
  }) => {
    const { workspace, owner, affiliate, link } = await rivals()
    const taken = await affiliate.give({ ...usd, amount: -3_000, reason: 'paid_too_much' }, system)
    assert.deepEqual([taken.kind, taken.state, taken.dueAt], ['adjustment', 'due', null])
    assert.equal(taken.explanation, 'Too much was paid before')
    await saleOf({ workspace, link })
    const { openByHand } = await import('#payouts/open')
    assert.lengthOf(await openByHand(workspace, {}, owner.actor), 0)
    await saleOf({ workspace, link })
    const { payout } = await openRun(workspace, owner)
    assert.equal(payout.amount, 1_000)
    await assertBalanced(assert, workspace)
  })

  test('a bonus may be due later; one for an affiliate who is not active is held', async ({
    assert,
  }) => {
    const { workspace, affiliate } = await rivals()
    const dueAt = affiliate.createdAt.plus({ days: 7 })
    const bonus = { ...usd, amount: 500, reason: 'other', note: 'Best video of May' }
    const waiting = await affiliate.give({ ...bonus, dueAt }, system)
    assert.deepEqual(
      [waiting.kind, waiting.state, waiting.explanation],
      ['bonus', 'pending', 'Best video of May']
    )
    await affiliate.suspend(system, 'fraud')
    const held = await affiliate.give(bonus, system)
    const back = await affiliate.give({ ...bonus, amount: -500 }, system)
    assert.deepEqual([held.state, back.state], ['held', 'due'])
    await affiliate.activate(system)
    await held.refresh()
    assert.equal(held.state, 'due')
    await assertBalanced(assert, workspace)
  })
})
