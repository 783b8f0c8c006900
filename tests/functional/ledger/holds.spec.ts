import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import Commission from '#models/commission'
import Enrollment from '#models/enrollment'
import Link from '#models/link'
import PayoutMethod from '#models/payout_method'
import { assertBalanced, rowsOf } from '#tests/support/money'
import { later, makeAffiliate, makeProgram, sell } from '#tests/support/world'
import type Conversion from '#models/conversion'

/** Why the commission of a conversion is held. */
async function reasonsOf(conversion: Conversion) {
  const commission = await Commission.findByOrFail('conversion_id', conversion.id)
  return commission.heldReasons.map(({ code }) => code)
}

async function twoAffiliates(settings: Parameters<typeof makeProgram>[1] = {}) {
  const program = await makeProgram({ holdDays: 0 }, settings)
  const other = await makeAffiliate(program.workspace)
  const otherLink = await Link.make(other, program.campaign, {}, system)
  return { ...program, other, otherLink }
}

test.group('Holds', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('an affiliate whose account another one gave too is held, both ways', async ({ assert }) => {
    const { workspace, affiliate, other, link, otherLink } = await twoAffiliates()
    const sepa = (iban: string) => ({
      kind: 'sepa' as const,
      destination: { iban, holder: 'Jane Doe' },
    })
    await PayoutMethod.choose(affiliate, sepa('DE89370400440532013000'), system)
    assert.deepEqual(await reasonsOf(await sell(workspace, { ref: link.refParam })), [])
    await PayoutMethod.choose(other, sepa('DE89370400440532013000'), system)
    for (const { refParam: ref } of [link, otherLink])
      assert.deepEqual(await reasonsOf(await sell(workspace, { ref })), ['same_payout_account'])
    await PayoutMethod.choose(other, sepa('NL91ABNA0417164300'), system)
    assert.deepEqual(await reasonsOf(await sell(workspace, { ref: link.refParam })), [])
  })

  test('the same account in another workspace, and none at all, hold nothing', async ({
    assert,
  }) => {
    const here = await twoAffiliates()
    const there = await twoAffiliates()
    const email = { email: 'jane@example.com' }
    for (const { affiliate } of [here, there])
      await PayoutMethod.choose(affiliate, { kind: 'paypal', destination: email }, system)
    for (const affiliate of [here.other, there.other])
      await PayoutMethod.choose(affiliate, { kind: 'manual', destination: {} }, system)
    for (const { refParam: ref } of [here.link, here.otherLink])
      assert.deepEqual(await reasonsOf(await sell(here.workspace, { ref })), [])
  })

  test('the third sale of a visitor within the hours is held, as the workspace says', async ({
    assert,
  }) => {
    const holdLimits = { visitor_sales: 2, visitor_hours: 3, duplicate_minutes: 0 }
    const { workspace, link } = await makeProgram({}, { holdLimits })
    const at = clock.now().minus({ days: 1 })
    const reasons: string[][] = []
    for (const hours of [0, 1, 2, 4.5])
      reasons.push(
        await reasonsOf(
          await sell(workspace, {
            ref: link.refParam,
            visitorId: 'v',
            occurredAt: at.plus({ hours }),
          })
        )
      )
    assert.deepEqual(reasons, [[], [], ['many_sales_of_visitor'], []])
    const someoneElse = await sell(workspace, { ref: link.refParam, visitorId: 'w' })
    assert.deepEqual(await reasonsOf(someoneElse), [])
  })

  test('the same customer buying the same again within minutes is held', async ({ assert }) => {
    const { workspace, link } = await makeProgram()
    const again = { ref: link.refParam, customer: { externalId: 'ada' }, product: 'Book' }
    const at = clock.now().minus({ hours: 2 })
    const buys = (minutes: number, differently = {}) =>
      sell(workspace, { ...again, occurredAt: at.plus({ minutes }), ...differently })
    assert.deepEqual(await reasonsOf(await buys(0)), [])
    assert.deepEqual(await reasonsOf(await buys(9)), ['likely_duplicate'])
    assert.deepEqual(await reasonsOf(await buys(-9)), ['likely_duplicate'])
    assert.deepEqual(await reasonsOf(await buys(30)), [])
    for (const other of [{ amount: 1_000 }, { currency: 'EUR' }, { product: 'Pen' }])
      assert.deepEqual(await reasonsOf(await buys(1, other)), [])
    assert.deepEqual(await reasonsOf(await buys(1, { customer: { externalId: 'bob' } })), [])
  })

  test('a customer who is another’s under another id is held', async ({ assert }) => {
    const { workspace, link, otherLink } = await twoAffiliates()
    const email = 'ada@example.com'
    const buys = (externalId: string, { refParam: ref }: { refParam: string }) =>
      sell(workspace, { ref, customer: { externalId, email } })
    assert.deepEqual(await reasonsOf(await buys('ada', link)), [])
    assert.deepEqual(await reasonsOf(await buys('ada-2', link)), [])
    assert.deepEqual(await reasonsOf(await buys('ada-3', otherLink)), ['customer_of_another'])
  })

  test('a lead that a browser sent is held, one that a server sent is not', async ({ assert }) => {
    const { workspace, link, campaign } = await makeProgram()
    await campaign.related('rules').create({
      workspaceId: workspace.id,
      position: 1,
      event: 'lead',
      reward: { type: 'flat', amounts: { USD: 500 } },
      allConditions: [],
      anyConditions: [],
      lockVersion: 0,
    })
    const lead = { kind: 'lead' as const, amount: 0, ref: link.refParam }
    assert.deepEqual(await reasonsOf(await sell(workspace, lead)), [])
    const sent = await sell(workspace, { ...lead, source: 'browser' })
    assert.deepEqual(await reasonsOf(sent), ['browser_lead'])
  })

  test('what is held for an inactive affiliate alone is released with them, the rest is not', async ({
    assert,
  }) => {
    const { workspace, affiliate, link } = await makeProgram({
      holdDays: 0,
      holdAbove: { USD: 10_000 },
    })
    await affiliate.suspend(system, 'fraud')
    const [small, large] = await later(1, async () => [
      await sell(workspace, { ref: link.refParam, amount: 10_000 }),
      await sell(workspace, { ref: link.refParam, amount: 20_000 }),
    ])
    assert.deepEqual(await reasonsOf(large), ['above_limit', 'affiliate_not_active'])
    await later(2, async () => {
      await affiliate.activate(system)
      assert.deepEqual([await rowsOf(small), await rowsOf(large)], [['2000 due'], ['4000 held']])
      await assertBalanced(assert, workspace)
    })
  })

  test('an enrollment that is not active holds too, until it is activated', async ({ assert }) => {
    const { workspace, affiliate, campaign, link } = await makeProgram({ holdDays: 0 })
    const enrollment = await Enrollment.ensure(affiliate, campaign, system)
    await enrollment.end(system)
    const sale = await later(1, () => sell(workspace, { ref: link.refParam, amount: 10_000 }))
    assert.deepEqual(await reasonsOf(sale), ['affiliate_not_active'])
    await later(2, async () => {
      await affiliate.suspend(system, 'fraud')
      await affiliate.activate(system)
      assert.deepEqual(await rowsOf(sale), ['2000 held'])
      await enrollment.activate(system)
      assert.deepEqual(await rowsOf(sale), ['2000 due'])
      await assertBalanced(assert, workspace)
    })
  })
})
