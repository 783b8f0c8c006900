import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import { undoRefund } from '#ledger/refunds'
import Commission from '#models/commission'
import Link from '#models/link'
import { assertBalanced, refund } from '#tests/support/money'
import { makeAffiliate, makeProgram, sell } from '#tests/support/world'
import type { ConversionInput } from '#tracking/input'
import type { CampaignSchema } from '#database/schema'

const percent = (rate: number) => ({ type: 'percent', rate_bps: rate * 100 }) as const
const utc = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })

/** A program at a fixed time, and a way to sell in it: what each sale earned, `amount kind` per row. */
async function programOf(
  terms: Partial<CampaignSchema>,
  settings: Parameters<typeof makeProgram>[1] = {}
) {
  const program = await makeProgram({ holdDays: 0, ...terms }, settings)
  const earns = async (amount: number, input: Partial<ConversionInput> = {}) => {
    const sale = await sell(program.workspace, { ref: program.link.refParam, amount, ...input })
    return { sale, earned: await earnedOf(sale.id) }
  }
  return { ...program, earns }
}

async function earnedOf(conversionId: string) {
  const rows = await Commission.query().where('conversion_id', conversionId).orderBy('id')
  return rows.map(({ amount, kind }) => `${amount} ${kind}`)
}

async function whyOf(conversionId: string) {
  const { explanation } = await Commission.findByOrFail('conversion_id', conversionId)
  return explanation.split('; ').slice(1).join('; ')
}

test.group('Tiers', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const tiered: Partial<CampaignSchema> = {
    reward: {
      type: 'percent',
      rate_bps: 2_000,
      tiers: [{ from: { USD: 100_000 }, rate_bps: 2_500 }],
    },
  }

  test('count what the affiliate sold before in the month, and never what crosses them', async ({
    assert,
  }) => {
    const { earns, workspace } = await programOf(tiered)
    await clock.at(utc('2026-03-10T12:00'), async () => {
      // 0 before: 999.99 * 20% = 199.998
      assert.deepEqual((await earns(99_999)).earned, ['20000 sale'])
      // 999.99 before: 500.00 * 20% = 100.00
      assert.deepEqual((await earns(50_000)).earned, ['10000 sale'])
      // 1,499.99 before: 100.00 * 25% = 25.00
      const { sale, earned } = await earns(10_000)
      assert.deepEqual(earned, ['2500 sale'])
      assert.equal(
        await whyOf(sale.id),
        "the campaign's 25% of $100.00 (the tier from $1,000.00 a month, reached with $1,499.99 in March 2026)"
      )
      // another currency stands at 0
      assert.deepEqual((await earns(10_000, { currency: 'EUR' })).earned, ['2000 sale'])
      await assertBalanced(assert, workspace)
    })
  })

  test('are gross of refunds, and of each affiliate alone', async ({ assert }) => {
    const { earns, workspace, campaign } = await programOf(tiered)
    const rival = await Link.make(await makeAffiliate(workspace), campaign, {}, system)
    await clock.at(utc('2026-03-10T12:00'), async () => {
      await refund((await earns(100_000)).sale)
      assert.deepEqual((await earns(10_000)).earned, ['2500 sale'])
      assert.deepEqual((await earns(10_000, { ref: rival.refParam })).earned, ['2000 sale'])
    })
  })

  test('begin anew with the month of the workspace’s zone, by when the sale occurred', async ({
    assert,
  }) => {
    const { earns } = await programOf(tiered, { timezone: 'Asia/Tokyo' })
    const occurred = (iso: string) => ({ occurredAt: utc(iso) })
    await clock.at(utc('2026-04-02T12:00'), async () => {
      await earns(100_000, occurred('2026-03-31T14:59'))
      assert.deepEqual((await earns(10_000, occurred('2026-03-31T14:59'))).earned, ['2500 sale'])
      // 15:00 in UTC is 1 April in Tokyo
      assert.deepEqual((await earns(10_000, occurred('2026-03-31T15:00'))).earned, ['2000 sale'])
      // a late one of March still stands in March
      assert.deepEqual((await earns(10_000, occurred('2026-03-01T12:00'))).earned, ['2500 sale'])
    })
  })
})

test.group('Caps', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const ada = { customer: { externalId: 'ada' } }

  test('per commission cut each, in their own currency', async ({ assert }) => {
    const { earns } = await programOf({ capPerCommission: { USD: 1_500 } })
    const { sale, earned } = await earns(10_000)
    assert.deepEqual(earned, ['1500 sale'])
    assert.equal(
      await whyOf(sale.id),
      "the campaign's 20% of $100.00, cut to the cap of $15.00 per commission"
    )
    assert.deepEqual((await earns(10_000, { currency: 'EUR' })).earned, ['2000 sale'])
  })

  test('per customer leave what is left, then nothing, and a refund gives room back', async ({
    assert,
  }) => {
    const { earns, workspace } = await programOf({ capPerCustomer: { USD: 5_000 } })
    const first = await earns(15_000, ada)
    assert.deepEqual(first.earned, ['3000 sale'])
    // 50.00 - 30.00 = 20.00
    const second = await earns(15_000, ada)
    assert.deepEqual(second.earned, ['2000 sale'])
    assert.include(await whyOf(second.sale.id), 'cut to $20.00, what is left of the cap of $50.00')
    const third = await earns(15_000, ada)
    assert.deepEqual(third.earned, [])
    assert.include(third.sale.explanation, 'the cap of $50.00 per customer is used up')
    // another customer has room of their own
    assert.deepEqual((await earns(10_000)).earned, ['2000 sale'])

    // half of the first is given back: 15.00 of its 30.00
    await refund(first.sale, 7_500)
    assert.deepEqual((await earns(15_000, ada)).earned, ['1500 sale'])
    await assertBalanced(assert, workspace)
  })

  test('room comes back with a void, and what an undone refund brings back is used again', async ({
    assert,
  }) => {
    const { earns } = await programOf({ capPerCustomer: { USD: 3_000 } })
    const first = await earns(10_000, ada)
    const given = await refund(first.sale)
    await undoRefund(given, system, 'chargeback_won')
    // 30.00 - 20.00 = 10.00
    assert.deepEqual((await earns(10_000, ada)).earned, ['1000 sale'])
    const commission = await Commission.query()
      .where('conversion_id', first.sale.id)
      .whereNull('reversal_of')
      .firstOrFail()
    await commission.void(system, 'fraud')
    assert.deepEqual((await earns(10_000, ada)).earned, ['2000 sale'])
  })

  test('per month are of the affiliate, and of each rule alone', async ({ assert }) => {
    const { earns, campaign, workspace } = await programOf({ capPerMonth: { USD: 5_000 } })
    await campaign.related('rules').create({
      workspaceId: workspace.id,
      position: 1,
      event: 'sale',
      reward: percent(50),
      capPerMonth: { USD: 6_000 },
      allConditions: [{ field: 'plan', op: 'is', value: 'annual' }],
      anyConditions: [],
      lockVersion: 0,
    })
    await clock.at(utc('2026-03-10T12:00'), async () => {
      const annual = { plan: 'annual' }
      assert.deepEqual((await earns(10_000, annual)).earned, ['5000 sale'])
      assert.deepEqual((await earns(10_000, annual)).earned, ['1000 sale'])
      assert.deepEqual((await earns(20_000)).earned, ['4000 sale'])
      const last = await earns(20_000)
      assert.deepEqual(last.earned, ['1000 sale'])
      assert.include(await whyOf(last.sale.id), 'what is left of the cap of $50.00 for March 2026')
    })
    await clock.at(utc('2026-04-01T00:00'), async () => {
      assert.deepEqual((await earns(20_000)).earned, ['4000 sale'])
    })
  })
})

test.group('A link’s own terms', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('come before the enrollment’s and the rules, for as long as its customers pay', async ({
    assert,
  }) => {
    const { earns, link, affiliate } = await programOf({})
    const enrollment = await affiliate.related('enrollments').query().firstOrFail()
    await enrollment.change({ reward: percent(30) }, system)
    assert.deepEqual((await earns(10_000)).earned, ['3000 sale'])

    await link.change({ reward: percent(40), capPerCommission: { USD: 3_900 } }, system)
    const ada = { customer: { externalId: 'ada' }, subscriptionId: 'sub' }
    assert.deepEqual((await earns(9_000, ada)).earned, ['3600 sale'])
    // her renewals name no link: her referral knows it. 100.00 * 40% = 40.00, capped
    assert.deepEqual((await earns(10_000, { ...ada, ref: undefined })).earned, ['3900 renewal'])

    await link.change({ reward: null }, system)
    assert.isNull(link.capPerCommission)
    assert.deepEqual((await earns(10_000, ada)).earned, ['3000 renewal'])
  })
})

test.group('The referrer’s share', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function brought(terms: Partial<CampaignSchema> = {}) {
    const program = await programOf({ referralShareBps: 500, ...terms })
    const referrer = await makeAffiliate(program.workspace, { email: 'ref@example.com' })
    const grandReferrer = await makeAffiliate(program.workspace)
    await referrer.change({ referrerId: grandReferrer.id }, system)
    await program.affiliate.change({ referrerId: referrer.id }, system)
    return { ...program, referrer, grandReferrer }
  }

  test('is basis points of the sale, on top, for one level', async ({ assert }) => {
    const { earns, referrer, grandReferrer, workspace } = await brought()
    // 20% and 5% of 99.99: 19.998 and 4.9995
    const { sale, earned } = await earns(9_999)
    assert.deepEqual(earned, ['2000 sale', '500 referral_share'])
    const share = await Commission.findByOrFail('kind', 'referral_share')
    assert.equal(share.affiliateId, referrer.id)
    assert.include(share.explanation, 'share for bringing this affiliate, 5% of $99.99')
    assert.include(sale.explanation, 'share for bringing this affiliate, 5% of $99.99')
    assert.lengthOf(await Commission.query().where('affiliate_id', grandReferrer.id), 0)
    await assertBalanced(assert, workspace)
  })

  test('and the commission are refunded each by itself', async ({ assert }) => {
    const { earns, workspace } = await brought()
    const { sale } = await earns(9_999)
    await refund(sale, 3_333)
    // 20.00 * 66.66 / 99.99 = 13.33; 5.00 * 66.66 / 99.99 = 3.33
    assert.deepEqual(await earnedOf(sale.id), [
      '2000 sale',
      '500 referral_share',
      '-667 reversal',
      '-167 reversal',
    ])
    const original = await Commission.findByOrFail('kind', 'sale')
    await original.void(system, 'fraud')
    const open = await Commission.query()
      .where('conversion_id', sale.id)
      .whereNot('state', 'voided')
    assert.deepEqual(open.map(({ amount }) => amount).sort(), [-167, 500])
    await assertBalanced(assert, workspace)
  })

  test('comes only with a commission: not of leads, and not when a cap is used up', async ({
    assert,
  }) => {
    const { earns } = await brought({ capPerMonth: { USD: 2_000 } })
    assert.deepEqual((await earns(0, { kind: 'lead', currency: undefined })).earned, [])
    assert.deepEqual((await earns(10_000)).earned, ['2000 sale', '500 referral_share'])
    assert.deepEqual((await earns(10_000)).earned, [])
  })

  test('is held with the sale, and when its own earner is not active', async ({ assert }) => {
    const { earns, referrer, affiliate } = await brought({ holdAbove: { USD: 50_000 } })
    const reasonsOf = async (input: Partial<ConversionInput>, amount = 10_000) => {
      const { sale } = await earns(amount, input)
      const rows = await Commission.query().where('conversion_id', sale.id).orderBy('id')
      return rows.map(({ heldReasons }) => heldReasons.map(({ code }) => code).join())
    }
    assert.deepEqual(await reasonsOf({}), ['', ''])
    assert.deepEqual(await reasonsOf({}, 60_000), ['above_limit', 'above_limit'])
    const bought = (email: string, externalId: string) => ({ customer: { externalId, email } })
    assert.deepEqual(await reasonsOf(bought('ref@example.com', 'one')), ['', 'self_referral'])
    assert.deepEqual(await reasonsOf(bought(affiliate.email, 'two')), [
      'self_referral',
      'self_referral',
    ])
    await referrer.suspend(system, 'fraud')
    assert.deepEqual(await reasonsOf({}), ['', 'affiliate_not_active'])
    await referrer.activate(system)
    const held = await Commission.query().where({ affiliate_id: referrer.id, state: 'held' })
    assert.notInclude(
      held.flatMap(({ heldReasons }) => heldReasons.map(({ code }) => code)),
      'affiliate_not_active'
    )
  })
})
