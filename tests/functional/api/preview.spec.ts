import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import Commission from '#models/commission'
import Coupon from '#models/coupon'
import { apiOf } from '#tests/support/api'
import { signedIn } from '#tests/support/session'
import { makeAffiliate, makeProgram, sell } from '#tests/support/world'

const percent = (rate: number) => ({ type: 'percent', rate_bps: rate * 100 })

/** How many rows each table has that a sale would add to. */
async function counts() {
  const tables = ['conversions', 'referrals', 'commissions', 'enrollments', 'events', 'mails']
  const rows = await Promise.all(tables.map((table) => db.from(table).count('* as total').first()))
  return rows.map(({ total }) => Number(total))
}

async function program() {
  const made = await makeProgram({ holdDays: 30, holdAbove: { USD: 50_000 } })
  return {
    ...made,
    api: await apiOf(made.workspace, made.owner),
    path: `/campaigns/${made.campaign.id}/preview`,
  }
}

test.group('POST /campaigns/:id/preview', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('answers what a sale would earn by every rule that was tried, and records nothing', async ({
    assert,
  }) => {
    const { api, path, campaign, affiliate, link } = await program()
    const rules = `/campaigns/${campaign.id}/rules`
    const annual = { field: 'plan', op: 'is', value: 'annual' }
    const large = { field: 'amount', op: 'at_least', value: 20_000, currency: 'USD' }
    await api.post(rules, { event: 'renewal', reward: percent(5) })
    await api.post(rules, { event: 'sale', reward: percent(30), all: [annual, large] })
    await api.post(rules, { event: 'sale', reward: percent(25), all: [annual] })
    await api.post(rules, { event: 'sale', reward: percent(99) })
    const before = await counts()
    const { status, body } = await api.post(path, {
      amount: 10_000,
      currency: 'USD',
      ref: link.refParam,
      plan: 'annual',
    })
    assert.equal(status, 200)
    assert.deepEqual(await counts(), before)
    assert.deepInclude(body, { affiliate_id: affiliate.id, terms: 'campaign' })
    assert.lengthOf(body.commissions, 1)
    assert.deepInclude(body.commissions[0], {
      ...{ kind: 'sale', amount: 2_500, currency: 'USD', rate_bps: 2_500, state: 'pending' },
      held_reasons: [],
      explanation: `link ${link.refParam}, by its ref; rule 3: sales of plan annual, 25% of $100.00`,
    })
    assert.deepEqual(
      body.rules.map((rule: Record<string, unknown>) => [rule.tried, rule.matched, rule.why_not]),
      [
        [true, false, 'it is for renewals, and this is a sale'],
        [true, false, '$100.00 is less than $200.00'],
        [true, true, null],
        [false, false, null],
      ]
    )
  })

  test('says the same as the sale that then is made, with tier, cap, share and hold', async ({
    assert,
  }) => {
    const { api, path, campaign, workspace, affiliate, link } = await program()
    const referrer = await makeAffiliate(workspace)
    await api.patch(`/affiliates/${affiliate.id}`, { referrer_id: referrer.id })
    await api.patch(`/campaigns/${campaign.id}`, {
      reward: { ...percent(10), tiers: [{ from: { USD: 10_000 }, rate_bps: 2_000 }] },
      cap_per_month: { USD: 13_000 },
      referral_share_bps: 300,
      hold_days: 0,
    })
    const shown: unknown[] = []
    const recorded: unknown[] = []
    for (const amount of [9_900, 10_000, 60_000, 100]) {
      const supposed = { amount, currency: 'USD', ref: link.refParam }
      const { body } = await api.post(path, supposed)
      shown.push(
        body.commissions.map(
          (each: Record<string, any>) =>
            `${each.amount} ${each.kind} ${each.state} ${each.affiliate_id} ${each.explanation} ${JSON.stringify(each.held_reasons)}`
        )
      )
      const sale = await sell(workspace, supposed)
      const rows = await Commission.query().where('conversion_id', sale.id).orderBy('id')
      recorded.push(
        rows.map(
          (row) =>
            `${row.amount} ${row.kind} ${row.state} ${row.affiliateId} ${row.explanation} ${JSON.stringify(row.heldReasons)}`
        )
      )
    }
    assert.deepEqual(shown, recorded)
    const amounts = (recorded as string[][]).map((rows) =>
      rows.map((row) => row.split(' ', 3).join(' '))
    )
    // 99.00 * 10%; 99.00 before: 100.00 * 10%; 199.00 before: 600.00 * 20% = 120.00, 130.00 - 19.90 = 110.10 left
    assert.deepEqual(amounts, [
      ['990 sale due', '297 referral_share due'],
      ['1000 sale due', '300 referral_share due'],
      ['11010 sale held', '1800 referral_share held'],
      [],
    ])
  })

  test('knows a coupon, an affiliate with terms of their own, and an affiliate of no name', async ({
    assert,
  }) => {
    const { api, path, workspace, campaign, affiliate } = await program()
    const rival = await makeAffiliate(workspace)
    const coupon = await Coupon.make(rival, campaign, 'RIVAL10', system)
    await api.post(`/campaigns/${campaign.id}/rules`, {
      event: 'sale',
      reward: percent(15),
      all: [{ field: 'coupon', op: 'is', value: coupon.code }],
    })
    const sale = { amount: 10_000, currency: 'USD' }
    const byCoupon = await api.post(path, { ...sale, coupon: 'rival10' })
    assert.deepEqual(
      [byCoupon.body.affiliate_id, byCoupon.body.commissions[0].amount],
      [rival.id, 1_500]
    )
    const [enrollment] = await affiliate.related('enrollments').query()
    await api.patch(`/enrollments/${enrollment.id}`, { reward: percent(40) })
    const own = await api.post(path, { ...sale, affiliate_id: affiliate.id })
    assert.deepEqual([own.body.terms, own.body.commissions[0].amount], ['enrollment', 4_000])
    const anyone = await api.post(path, { amount: 10_000 })
    assert.deepEqual([anyone.body.affiliate_id, anyone.body.commissions[0].amount], [null, 2_000])
  })

  test('counts payments, and asks the duration and the campaign’s dates', async ({ assert }) => {
    const { api, path, campaign } = await program()
    await api.patch(`/campaigns/${campaign.id}`, { duration: { type: 'months', months: 3 } })
    const renewal = { event: 'renewal', amount: 10_000 }
    const earns = async (input: object) => (await api.post(path, { ...renewal, ...input })).body
    assert.lengthOf((await earns({ nth_payment: 3 })).commissions, 1)
    assert.lengthOf((await earns({ nth_payment: 4 })).commissions, 0)
    const first = { nth_payment: 4, first_payment_at: '2026-03-01', occurred_at: '2026-05-31' }
    assert.lengthOf((await earns(first)).commissions, 1)

    await api.post(`/campaigns/${campaign.id}/pause`)
    const sale = await api.post(path, { amount: 10_000 })
    assert.include(sale.body.explanation, 'which binds no new customer')
    assert.lengthOf((await earns({ nth_payment: 2 })).commissions, 1)
  })

  test('refuses what is not there, what is of another campaign, and who may not read', async ({
    assert,
  }) => {
    const { api, path, workspace, owner, affiliate } = await program()
    const other = await makeProgram()
    const campaign = await api.post('/campaigns', {
      name: 'Other',
      destination_url: 'https://x.example.com/',
      reward: percent(1),
    })
    const { body: link } = await api.post('/links', {
      affiliate_id: affiliate.id,
      campaign_id: campaign.body.id,
    })
    const bad = [
      { affiliate_id: other.affiliate.id },
      { ref: other.link.refParam },
      { ref: link.ref_param },
      { amount: -1 },
      { event: 'click' },
      { nth_payment: 0 },
    ]
    for (const body of bad) {
      const { status } = await api.post(path, { amount: 100, currency: 'USD', ...body })
      assert.equal(status, 422, JSON.stringify(body))
    }
    const foreign = await api.post(`/campaigns/${other.campaign.id}/preview`, { amount: 1 })
    assert.equal(foreign.status, 404)
    const blind = await apiOf(workspace, owner, { 'v1.links.read': true })
    const refused = await blind.post(path, { amount: 1 })
    assert.equal(refused.status, 403)
  })
})

test.group('The console’s terms', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a sale is tried from the campaign’s page, without JavaScript', async ({ assert }) => {
    const { owner, campaign, affiliate } = await program()
    const client = await signedIn(owner)
    const page = await client.page(`/campaigns/${campaign.id}`)
    assert.include(page, 'Show what it pays')
    const answer = await client.form(`/campaigns/${campaign.id}/preview`, {
      ...{ event: 'sale', amount: '700.00', currency: 'USD', nth_payment: '1' },
      ...{ affiliate_id: affiliate.id, ref: '', coupon: '', occurred_at: '' },
    })
    assert.equal(answer.status, 200)
    const html = await answer.text()
    assert.include(html, '$140.00')
    assert.include(html, 'would be held for a person to look at')
    assert.include(html, 'Decides')
    assert.lengthOf(await Commission.query().where('campaign_id', campaign.id), 0)
  })

  test('terms of an enrollment and of a link are set by forms, and cleared again', async ({
    assert,
  }) => {
    const { owner, affiliate, link } = await program()
    const client = await signedIn(owner)
    const [enrollment] = await affiliate.related('enrollments').query()
    const path = `/enrollments/${enrollment.id}`
    assert.include(await client.page(`${path}/edit`), '20% for life')
    const form = {
      'reward[type]': 'percent',
      'reward[rate_bps]': '30',
      'reward[amounts][USD]': '',
      'reward[tiers][0][from][USD]': '1000',
      'reward[tiers][0][rate_bps]': '35',
      'reward[tiers][1][from][USD]': '',
      'reward[tiers][1][rate_bps]': '',
      'cap_per_commission[USD]': '50',
      'cap_per_customer[USD]': '',
      'duration[type]': '',
      'duration[months]': '12',
    }
    await client.form(`${path}?_method=PATCH`, form)
    await enrollment.refresh()
    assert.deepEqual(enrollment.reward, {
      type: 'percent',
      rate_bps: 3_000,
      tiers: [{ from: { USD: 100_000 }, rate_bps: 3_500 }],
    })
    assert.deepEqual([enrollment.capPerCommission, enrollment.duration], [{ USD: 5_000 }, null])

    await client.form(`/links/${link.id}?_method=PATCH`, form)
    await link.refresh()
    assert.deepEqual(link.capPerCommission, { USD: 5_000 })
    await client.form(`/links/${link.id}?_method=PATCH`, {
      ...form,
      'reward[type]': '',
      'cap_per_commission[USD]': '',
    })
    await link.refresh()
    assert.deepEqual([link.reward, link.capPerCommission], [null, null])
    const alone = await client.form(`/links/${link.id}?_method=PATCH`, {
      ...form,
      'reward[type]': '',
    })
    assert.equal(alone.status, 303)
    await link.refresh()
    assert.isNull(link.capPerCommission)
  })
})
