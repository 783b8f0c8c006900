import fc from 'fast-check'
import { test } from '@japa/runner'
import { attribute, waitsForClick, type Candidates, type ClickCandidate } from '#terms/attribution'
import { runs } from '#tests/unit/money/runs'
import { on } from '#tests/unit/terms/examples'

const at = on('2026-03-10T12:00:00Z')

function click(differently: Partial<ClickCandidate> = {}): ClickCandidate {
  return {
    id: 'clk_1',
    affiliateId: 'aff_jane',
    linkId: 'link_jane',
    refParam: 'jane',
    at: on('2026-03-02T10:00:00Z'),
    mark: null,
    cookieDays: 60,
    ...differently,
  }
}

const referral = {
  id: 'ref_1',
  affiliateId: 'aff_rob',
  campaignId: 'camp_1',
  linkId: null,
  boundAt: on('2026-03-01T23:30:00Z'),
  firstPaymentAt: null,
}
const coupon = { id: 'coup_1', affiliateId: 'aff_kim', campaignId: 'camp_1', code: 'KIM20' }
const refLink = { id: 'link_lee', affiliateId: 'aff_lee', campaignId: 'camp_1', refParam: 'lee' }
const namedClick = { status: 'found', click: click({ id: 'clk_named', refParam: 'max' }) } as const
const missing = { status: 'missing' } as const
const malformed = { status: 'malformed' } as const

/** A conversion that leads to nobody, with what a test says differently. */
function decide(differently: Partial<Candidates>) {
  return attribute({
    referral: null,
    coupon: null,
    namedClick: null,
    visitorClicks: [],
    refLink: null,
    sameEmail: null,
    unknown: [],
    model: 'last',
    at,
    receivedAt: at,
    now: at,
    zone: 'Europe/Berlin',
    ...differently,
  })
}

test.group('Attribution goes in order', () => {
  const all = { referral, coupon, namedClick, visitorClicks: [click()], refLink }

  test("first the customer's referral", ({ assert }) => {
    const sentence = 'customer of this affiliate since 2 March 2026'
    assert.deepEqual(decide(all), { by: 'referral', referral, sentence })
  })

  test('then the coupon', ({ assert }) => {
    const given = { ...all, referral: null }
    assert.deepEqual(decide(given), { by: 'coupon', coupon, sentence: 'coupon KIM20' })
  })

  test('then the click that the conversion names', ({ assert }) => {
    assert.deepEqual(decide({ ...all, referral: null, coupon: null }), {
      by: 'click',
      click: namedClick.click,
      sentence: 'the click it names, on 2 March 2026 on link max',
    })
  })

  test("then the visitor's clicks", ({ assert }) => {
    assert.deepEqual(decide({ visitorClicks: [click()], refLink }), {
      by: 'visitor',
      click: click(),
      sentence: 'last click on 2 March 2026 on link jane',
    })
  })

  test('then the ref', ({ assert }) => {
    assert.deepEqual(decide({ refLink }), {
      by: 'ref',
      link: refLink,
      sentence: 'link lee, by its ref',
    })
  })

  test('then the referral of the same e-mail', ({ assert }) => {
    assert.deepEqual(decide({ sameEmail: referral }), {
      by: 'referral',
      referral,
      sentence: 'their e-mail is of a customer of this affiliate since 2 March 2026',
    })
    assert.equal(decide({ sameEmail: referral, refLink }).by, 'ref')
  })

  test('and ends with nobody', ({ assert }) => {
    assert.deepEqual(decide({}), {
      by: 'nobody',
      sentence: 'nobody: no referral, coupon, click or ref',
    })
  })
})

test.group("Of the visitor's clicks", () => {
  const visitorClicks = [
    click({ id: 'clk_2', at: on('2026-03-05') }),
    click({ id: 'clk_3', at: on('2026-03-07') }),
    click({ id: 'clk_1', at: on('2026-03-02') }),
  ]
  const winner = (given: Partial<Candidates>) => {
    const decision = decide(given)
    return 'click' in decision ? decision.click.id : decision.by
  }

  test('the last one wins under the model of the last', ({ assert }) => {
    assert.equal(winner({ visitorClicks, model: 'last' }), 'clk_3')
  })

  test('the first one wins under the model of the first, and it says so', ({ assert }) => {
    assert.equal(winner({ visitorClicks, model: 'first' }), 'clk_1')
    assert.equal(
      decide({ visitorClicks, model: 'first' }).sentence,
      'first click on 2 March 2026 on link jane'
    )
  })

  test('of the same millisecond, the id decides, in whatever order they come', ({ assert }) => {
    const twins = [click({ id: 'clk_b' }), click({ id: 'clk_a' })]
    assert.equal(winner({ visitorClicks: twins, model: 'last' }), 'clk_b')
    assert.equal(winner({ visitorClicks: twins.toReversed(), model: 'last' }), 'clk_b')
    assert.equal(winner({ visitorClicks: twins, model: 'first' }), 'clk_a')
  })

  test('{title}')
    .with([
      { title: 'one at the instant of the conversion counts', given: { at }, counts: true },
      { title: 'one of the same second counts', given: { at: at.plus(999) }, counts: true },
      { title: 'one a second after it does not', given: { at: at.plus(1_000) }, counts: false },
      {
        title: 'one a millisecond short of its cookie days counts',
        given: { at: at.minus({ days: 60 }).plus(1) },
        counts: true,
      },
      {
        title: 'one whose cookie days are over does not',
        given: { at: at.minus({ days: 60 }) },
        counts: false,
      },
      {
        title: 'one with cookie days of its own keeps to them',
        given: { cookieDays: 8 },
        counts: false,
      },
      { title: 'one of a bot does not', given: { mark: 'bot' as const }, counts: false },
      {
        title: 'one that was fetched ahead does, since somebody saw the page',
        given: { mark: 'prefetch' as const },
        counts: true,
      },
      {
        title: 'one on a paused campaign does not',
        given: { mark: 'campaign_not_active' as const },
        counts: false,
      },
    ])
    .run(({ assert }, { given, counts }) => {
      assert.equal(winner({ visitorClicks: [click(given)] }), counts ? 'clk_1' : 'nobody')
      const named = { status: 'found', click: click(given) } as const
      assert.equal(winner({ namedClick: named }), counts ? 'clk_1' : 'nobody')
    })

  test('one that does not count gives way to the next', ({ assert }) => {
    const bot = click({ id: 'clk_bot', at: on('2026-03-09'), mark: 'bot' })
    assert.equal(winner({ visitorClicks: [bot, ...visitorClicks], model: 'last' }), 'clk_3')
  })

  test('cookie days are 24 hours each, over a change of clocks', ({ assert }) => {
    const later = on('2026-04-01T12:00:00Z')
    const early = click({ at: later.minus({ hours: 24 * 7 }).plus(1), cookieDays: 7 })
    assert.equal(winner({ visitorClicks: [early], at: later }), 'clk_1')
  })
})

test.group('A click id that is not stored yet', () => {
  test('makes a conversion wait for 15 minutes from its arrival', ({ assert }) => {
    assert.isTrue(waitsForClick(at, at))
    assert.isTrue(waitsForClick(at, at.plus({ minutes: 15 }).minus(1)))
    assert.isFalse(waitsForClick(at, at.plus({ minutes: 15 })))
  })

  test("waits instead of taking the visitor's clicks or the ref", ({ assert }) => {
    const decision = decide({ namedClick: missing, visitorClicks: [click()], refLink })
    assert.equal(decision.by, 'wait')
  })

  test('waits by arrival, however long ago it occurred', ({ assert }) => {
    const receivedAt = at.plus({ days: 3 })
    assert.equal(decide({ namedClick: missing, receivedAt, now: receivedAt }).by, 'wait')
  })

  test('does not wait when a referral or coupon decides before it', ({ assert }) => {
    assert.equal(decide({ namedClick: missing, referral }).by, 'referral')
    assert.equal(decide({ namedClick: missing, coupon }).by, 'coupon')
  })

  test('is passed over afterwards', ({ assert }) => {
    const now = at.plus({ minutes: 15 })
    const decision = decide({ namedClick: missing, now, visitorClicks: [click()] })
    assert.equal(decision.by, 'visitor')
  })

  test('is passed over at once when it is malformed', ({ assert }) => {
    assert.equal(decide({ namedClick: malformed, refLink }).by, 'ref')
  })
})

test.group('Nobody is explained', () => {
  const late = at.plus({ minutes: 15 })
  const bot = click({ mark: 'bot' })
  const paused = click({ mark: 'campaign_not_active' })
  const suspended = click({ mark: 'affiliate_not_active' })

  test('{sentence}')
    .with([
      { sentence: 'nobody: the click id it names is malformed', given: { namedClick: malformed } },
      {
        sentence: 'nobody: the click it names was never stored',
        given: { namedClick: missing, now: late },
      },
      {
        sentence: 'nobody: the click it names was made by a bot',
        given: { namedClick: { status: 'found', click: bot } as const },
      },
      {
        sentence: 'nobody: the click it names came while its campaign was not active',
        given: { namedClick: { status: 'found', click: paused } as const },
      },
      {
        sentence: 'nobody: the click it names came while its affiliate was not active',
        given: { namedClick: { status: 'found', click: suspended } as const },
      },
      {
        sentence: 'nobody: there is no such coupon, and there is no such ref',
        given: { unknown: ['coupon', 'ref'] as ('coupon' | 'ref')[] },
      },
      {
        sentence: 'nobody: the click id it names is malformed, and there is no such ref',
        given: { namedClick: malformed, unknown: ['ref'] as 'ref'[] },
      },
      { sentence: 'nobody: no referral, coupon, click or ref', given: {} },
      {
        sentence: "nobody: the visitor's click is older than 3 cookie days",
        given: { visitorClicks: [click({ cookieDays: 3 })] },
      },
      {
        sentence: "nobody: the visitor's click came after the conversion",
        given: { visitorClicks: [click({ at: at.plus(1_000) })] },
      },
      {
        sentence: "nobody: none of the visitor's clicks counts",
        given: { visitorClicks: [bot, bot] },
      },
    ])
    .run(({ assert }, { sentence, given }) => {
      assert.deepEqual(decide(given), { by: 'nobody', sentence })
    })
})

test('The winning click does not depend on the order in which clicks are given', ({ assert }) => {
  const clicks = fc.array(
    fc.record({ hours: fc.integer({ min: -48, max: 24 * 70 }), bot: fc.boolean() }),
    { maxLength: 12 }
  )
  fc.assert(
    fc.property(clicks, fc.constantFrom('first', 'last'), (given, model) => {
      const visitorClicks = given.map(({ hours, bot }, index) =>
        click({ id: `clk_${index}`, at: at.minus({ hours }), mark: bot ? 'bot' : null })
      )
      const counting = given.filter(({ hours, bot }) => !bot && hours >= 0 && hours < 24 * 60)
      const ages = counting.map(({ hours }) => hours)
      const winning = model === 'first' ? Math.max(...ages) : Math.min(...ages)

      for (const each of [visitorClicks, visitorClicks.toReversed()]) {
        const decision = decide({ visitorClicks: each, model })
        assert.equal(decision.by, counting.length > 0 ? 'visitor' : 'nobody')
        if ('click' in decision) assert.equal(at.diff(decision.click.at).as('hours'), winning)
      }
    }),
    runs
  )
}).disableTimeout()
