import { test } from '@japa/runner'
import { uncapped } from '#terms/caps'
import { chooseTerms } from '#terms/choose'
import type { Duration, Reward } from '#terms/types'
import { rule } from '#tests/unit/terms/examples'

const percent = (rate: number): Reward => ({ type: 'percent', rate_bps: rate * 100 })
const months = (count: number): Duration => ({ type: 'months', months: count })
const caps = uncapped
const campaign = { reward: percent(20), caps, duration: months(12), rules: [rule()] }

test.group('The terms of a conversion', () => {
  test("are the campaign's when nothing says otherwise", ({ assert }) => {
    const says = { reward: null, caps, duration: null }
    const expected = { source: 'campaign', ...campaign }
    assert.deepEqual(chooseTerms({ link: null, enrollment: null, campaign }), expected)
    assert.deepEqual(chooseTerms({ link: says, enrollment: says, campaign }), expected)
  })

  test("are the enrollment's before the campaign's", ({ assert }) => {
    const enrollment = { reward: percent(30), caps, duration: months(24) }
    const chosen = chooseTerms({ link: null, enrollment, campaign })
    assert.deepEqual(chosen, { source: 'enrollment', ...enrollment, rules: campaign.rules })
  })

  test("are the link's before the enrollment's", ({ assert }) => {
    const link = { reward: percent(40), caps, duration: months(36) }
    const enrollment = { reward: percent(30), caps, duration: months(24) }
    const chosen = chooseTerms({ link, enrollment, campaign })
    assert.deepEqual(chosen, { source: 'link', ...link, rules: campaign.rules })
  })

  test('take reward and duration each from the first that has it', ({ assert }) => {
    const link = { reward: null, caps, duration: months(36) }
    const enrollment = { reward: percent(30), caps, duration: months(24) }
    const chosen = chooseTerms({ link, enrollment, campaign })
    assert.equal(chosen.source, 'enrollment')
    assert.deepEqual(chosen.reward, percent(30))
    assert.deepEqual(chosen.duration, months(36))
  })
})
