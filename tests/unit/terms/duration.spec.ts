import fc from 'fast-check'
import { test } from '@japa/runner'
import { outsideDuration, withinDuration } from '#terms/duration'
import type { Duration } from '#terms/types'
import { runs } from '#tests/unit/money/runs'
import { facts, on } from '#tests/unit/terms/examples'

const year: Duration = { type: 'months', months: 12 }

test.group('A duration in months', () => {
  test('{months} months from {first} in {zone}: {at} is {is}')
    .with([
      {
        months: 12,
        zone: 'UTC',
        first: '2025-03-03T10:00:00Z',
        at: '2026-03-03T09:59:59.999Z',
        is: 'within',
      },
      {
        months: 12,
        zone: 'UTC',
        first: '2025-03-03T10:00:00Z',
        at: '2026-03-03T10:00:00Z',
        is: 'over',
      },
      {
        months: 1,
        zone: 'UTC',
        first: '2026-01-31T10:00:00Z',
        at: '2026-02-28T09:59:59Z',
        is: 'within',
      },
      {
        months: 1,
        zone: 'UTC',
        first: '2026-01-31T10:00:00Z',
        at: '2026-02-28T10:00:00Z',
        is: 'over',
      },
      // the same wall clock a month later, over the change of clocks on 29 March
      {
        months: 1,
        zone: 'Europe/Berlin',
        first: '2026-03-15T11:00:00Z',
        at: '2026-04-15T09:59:59Z',
        is: 'within',
      },
      {
        months: 1,
        zone: 'Europe/Berlin',
        first: '2026-03-15T11:00:00Z',
        at: '2026-04-15T10:00:00Z',
        is: 'over',
      },
      // 1 February 0:30 in Tokyo is still January in UTC: a month later is 1 March there
      {
        months: 1,
        zone: 'Asia/Tokyo',
        first: '2026-01-31T15:30:00Z',
        at: '2026-02-28T15:29:59Z',
        is: 'within',
      },
      {
        months: 1,
        zone: 'Asia/Tokyo',
        first: '2026-01-31T15:30:00Z',
        at: '2026-02-28T15:30:00Z',
        is: 'over',
      },
      // what arrives late but occurred before the first payment is not over
      {
        months: 1,
        zone: 'UTC',
        first: '2026-03-03T10:00:00Z',
        at: '2026-03-01T10:00:00Z',
        is: 'within',
      },
    ])
    .run(({ assert }, { months, zone, first, at, is }) => {
      const payment = facts({ firstPaymentAt: on(first), occurredAt: on(at) })
      assert.equal(withinDuration({ type: 'months', months }, payment, zone), is === 'within')
    })

  test('has not begun before the first payment', ({ assert }) => {
    assert.isTrue(withinDuration(year, facts({ firstPaymentAt: null }), 'UTC'))
  })

  test('tells on which local day it ended', ({ assert }) => {
    const firstPaymentAt = on('2025-03-02T23:30:00Z')
    const payment = facts({ firstPaymentAt, occurredAt: on('2026-06-01') })
    assert.equal(
      outsideDuration(year, payment, 'Europe/Berlin'),
      'its 12 months ended on 3 March 2026'
    )
    assert.equal(
      outsideDuration({ type: 'months', months: 1 }, payment, 'UTC'),
      'its 1 month ended on 2 April 2025'
    )
  })

  test('is over once and for all', () => {
    const minutes = fc.integer({ min: 0, max: 3 * 365 * 1_440 })
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Africa/Cairo',
      'Pacific/Apia'
    )
    fc.assert(
      fc.property(
        minutes,
        minutes,
        fc.integer({ min: 1, max: 24 }),
        zones,
        (one, two, months, zone) => {
          const firstPaymentAt = on('2010-01-31T12:00:00Z')
          const [early, late] = [Math.min(one, two), Math.max(one, two)].map((after) =>
            facts({ firstPaymentAt, occurredAt: firstPaymentAt.plus({ minutes: after }) })
          )
          const duration: Duration = { type: 'months', months }
          return withinDuration(duration, early, zone) || !withinDuration(duration, late, zone)
        }
      ),
      runs
    )
  }).disableTimeout()

  test('refuses what is no zone', ({ assert }) => {
    const payment = facts({ firstPaymentAt: on('2026-01-01') })
    assert.throws(() => withinDuration(year, payment, 'Mars/Olympus'), RangeError)
  })
})

test.group('A duration of the first payment', () => {
  const first: Duration = { type: 'first' }

  test('holds for the first payment', ({ assert }) => {
    assert.isTrue(withinDuration(first, facts(), 'UTC'))
  })

  test('is over with it, also for the first of a second subscription', ({ assert }) => {
    const payment = facts({ firstPaymentAt: on('2026-03-01'), nthPayment: 1 })
    assert.equal(
      outsideDuration(first, payment, 'UTC'),
      'only the first payment earns, that of 1 March 2026'
    )
  })

  test('does not begin with a sale of nothing, which is no payment', ({ assert }) => {
    const free = facts({ amount: 0 })
    assert.equal(
      outsideDuration(first, free, 'UTC'),
      'only the first payment earns, and none was made'
    )
  })

  test('lets a lead before it through', ({ assert }) => {
    assert.isTrue(withinDuration(first, facts({ event: 'lead', amount: 0, nthPayment: 0 }), 'UTC'))
  })
})

test('A duration for life is never over', ({ assert }) => {
  const payment = facts({ firstPaymentAt: on('1999-01-01'), occurredAt: on('2099-01-01') })
  assert.isTrue(withinDuration({ type: 'lifetime' }, payment, 'UTC'))
})
