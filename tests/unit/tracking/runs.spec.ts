import { test } from '@japa/runner'
import { runsOf, TOGETHER, type BatchEvent } from '#tracking/runs'

const click = (visitor?: string): BatchEvent => ({ type: 'click', visitor_id: visitor })
const sale = (visitor?: string): BatchEvent => ({ type: 'sale', visitor_id: visitor })

test.group('Runs of a batch', () => {
  test('clicks go before the conversions around them', ({ assert }) => {
    const runs = runsOf([click('a'), sale('a'), click('b'), sale('b'), click()])
    assert.deepEqual(runs, [{ clicks: [0, 2, 4], conversions: [1, 3] }])
  })

  test('a click after a conversion of its visitor begins a run', ({ assert }) => {
    const runs = runsOf([sale(' a '), click('b'), click('a'), sale('a')])
    assert.deepEqual(runs, [
      { clicks: [1], conversions: [0] },
      { clicks: [2], conversions: [3] },
    ])
  })

  test('refunds and tests are done by themselves', ({ assert }) => {
    const refund: BatchEvent = { type: 'refund' }
    const runs = runsOf([sale(), refund, refund, { ...sale(), test: true }, click()])
    assert.deepEqual(runs, [
      { clicks: [], conversions: [0], alone: 1 },
      { clicks: [], conversions: [], alone: 2 },
      { clicks: [], conversions: [], alone: 3 },
      { clicks: [4], conversions: [] },
    ])
  })

  test('no more conversions share a transaction than one takes', ({ assert }) => {
    const runs = runsOf(Array.from({ length: 2 * TOGETHER + 1 }, () => sale()))
    assert.deepEqual(
      runs.map(({ conversions }) => conversions.length),
      [TOGETHER, TOGETHER, 1]
    )
  })
})
