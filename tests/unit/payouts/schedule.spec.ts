import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { dueCutoff, latestCutoff, nextRunAt, type PayoutSchedule } from '#payouts/schedule'

const monthly: PayoutSchedule = { every: 'month', day: 1, net_days: 0 }
const utc = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })
const written = (at: DateTime | null) => at?.toISO({ suppressMilliseconds: true }) ?? null

test.group('The latest cutoff', () => {
  test('{title}')
    .with([
      {
        title: 'monthly on the 1st, in Berlin in summer, begins at 22:00 UTC',
        schedule: monthly,
        zone: 'Europe/Berlin',
        now: '2026-07-15T12:00:00Z',
        is: '2026-06-30T22:00:00Z',
      },
      {
        title: 'counts net days on the calendar, over the change of clocks on 29 March',
        schedule: { every: 'month', day: 1, net_days: 15 }, // 1 April less 15 days: 17 March, winter time
        zone: 'Europe/Berlin',
        now: '2026-04-10T00:00:00Z',
        is: '2026-03-16T23:00:00Z',
      },
      {
        title: 'takes ninety net days over the turn of the year',
        schedule: { every: 'month', day: 31, net_days: 90 }, // 31 January less 90 days: 2 November
        zone: 'America/New_York',
        now: '2026-02-01T12:00:00Z',
        is: '2025-11-02T04:00:00Z', // before the clocks go back at 2 that night
      },
      {
        title: 'the 31st is the 28th of a February',
        schedule: { every: 'month', day: 31, net_days: 0 },
        zone: 'UTC',
        now: '2026-03-15T00:00:00Z',
        is: '2026-02-28T00:00:00Z',
      },
      {
        title: 'the 30th is the 29th of a February that leaps',
        schedule: { every: 'month', day: 30, net_days: 0 },
        zone: 'UTC',
        now: '2028-03-01T00:00:00Z',
        is: '2028-02-29T00:00:00Z',
      },
      {
        title: 'the 31st is back after a short month',
        schedule: { every: 'month', day: 31, net_days: 0 },
        zone: 'UTC',
        now: '2026-03-31T00:00:00Z',
        is: '2026-03-31T00:00:00Z',
      },
      {
        title: 'half a month begins on the 16th',
        schedule: { every: 'half_month', net_days: 0 },
        zone: 'UTC',
        now: '2026-02-28T23:59:59Z',
        is: '2026-02-16T00:00:00Z',
      },
      {
        title: 'half a month begins on the 1st',
        schedule: { every: 'half_month', net_days: 0 },
        zone: 'UTC',
        now: '2026-02-15T23:59:59Z',
        is: '2026-02-01T00:00:00Z',
      },
      {
        title: 'weekly on Monday looks back from a Sunday',
        schedule: { every: 'week', weekday: 1, net_days: 0 },
        zone: 'UTC',
        now: '2026-03-08T12:00:00Z', // a Sunday
        is: '2026-03-02T00:00:00Z',
      },
      {
        title: 'weekly on Sunday begins in New York before the clocks go forward that night',
        schedule: { every: 'week', weekday: 7, net_days: 0 },
        zone: 'America/New_York',
        now: '2026-03-08T12:00:00Z',
        is: '2026-03-08T05:00:00Z',
      },
      {
        title: 'is the month before until the first instant of the day',
        schedule: monthly,
        zone: 'Europe/Berlin',
        now: '2026-06-30T21:59:59.999Z',
        is: '2026-05-31T22:00:00Z',
      },
      {
        title: 'is there at the first instant of the day',
        schedule: monthly,
        zone: 'Europe/Berlin',
        now: '2026-06-30T22:00:00Z',
        is: '2026-06-30T22:00:00Z',
      },
      {
        title: 'weekly without a weekday is on Monday, monthly without a day on the 1st',
        schedule: { every: 'month', net_days: 0 },
        zone: 'UTC',
        now: '2026-05-31T00:00:00Z',
        is: '2026-05-01T00:00:00Z',
      },
    ] as { title: string; schedule: PayoutSchedule; zone: string; now: string; is: string }[])
    .run(({ assert }, { schedule, zone, now, is }) => {
      assert.equal(written(latestCutoff(schedule, zone, utc(now))), is)
    })

  test('is none for a schedule by hand, and neither is a next run', ({ assert }) => {
    const byHand: PayoutSchedule = { every: 'manual', net_days: 0 }
    assert.isNull(latestCutoff(byHand, 'UTC', utc('2026-03-01')))
    assert.isNull(nextRunAt(byHand, 'UTC', utc('2026-03-01')))
    assert.isNull(dueCutoff(byHand, 'UTC', utc('2026-03-01'), null))
  })

  test('is in UTC, whatever zone now is in', ({ assert }) => {
    const now = utc('2026-07-15T12:00:00Z').setZone('Asia/Tokyo')
    assert.equal(latestCutoff(monthly, 'Europe/Berlin', now)?.zoneName, 'UTC')
  })

  test('refuses what is no zone', ({ assert }) => {
    assert.throws(() => latestCutoff(monthly, 'Mars/Olympus', utc('2026-03-01')), RangeError)
  })
})

test.group('The next run', () => {
  test('after {now} is {is}, {every} in {zone}')
    .with([
      {
        every: 'month',
        day: 1,
        zone: 'Europe/Berlin',
        now: '2026-06-30T21:59:59Z',
        is: '2026-06-30T22:00:00Z',
      },
      {
        every: 'month',
        day: 1,
        zone: 'Europe/Berlin',
        now: '2026-06-30T22:00:00Z',
        is: '2026-07-31T22:00:00Z',
      },
      {
        every: 'month',
        day: 31,
        zone: 'UTC',
        now: '2026-01-31T00:00:00Z',
        is: '2026-02-28T00:00:00Z',
      },
      {
        every: 'month',
        day: 31,
        zone: 'UTC',
        now: '2026-02-28T00:00:00Z',
        is: '2026-03-31T00:00:00Z',
      },
      { every: 'half_month', zone: 'UTC', now: '2026-12-16T00:00:00Z', is: '2027-01-01T00:00:00Z' },
      { every: 'half_month', zone: 'UTC', now: '2027-01-01T00:00:00Z', is: '2027-01-16T00:00:00Z' },
      {
        every: 'week',
        weekday: 5,
        zone: 'Africa/Cairo',
        now: '2026-04-20T00:00:00Z',
        is: '2026-04-23T22:00:00Z',
      },
    ] as const)
    .run(({ assert }, { every, zone, now, is, ...days }) => {
      assert.equal(written(nextRunAt({ every, ...days, net_days: 0 }, zone, utc(now))), is)
    })

  test('is the scheduled day itself, whatever the net days', ({ assert }) => {
    const net15: PayoutSchedule = { every: 'month', day: 1, net_days: 15 }
    const next = nextRunAt(net15, 'UTC', utc('2026-03-10T00:00:00Z'))
    assert.equal(written(next), '2026-04-01T00:00:00Z')
  })
})

test.group('A month paid on its last days', () => {
  test('{0}: the {1}. is {2} in a February, then {3}')
    .with<[zone: string, day: number, february: string, march: string][]>([
      // clocks go forward on 29 March, after that day's midnight
      ['Europe/Berlin', 28, '2026-02-27T23:00:00Z', '2026-03-27T23:00:00Z'],
      ['Europe/Berlin', 29, '2026-02-27T23:00:00Z', '2026-03-28T23:00:00Z'],
      ['Europe/Berlin', 30, '2026-02-27T23:00:00Z', '2026-03-29T22:00:00Z'],
      ['Europe/Berlin', 31, '2026-02-27T23:00:00Z', '2026-03-30T22:00:00Z'],
      // on 8 March
      ['America/New_York', 28, '2026-02-28T05:00:00Z', '2026-03-28T04:00:00Z'],
      ['America/New_York', 31, '2026-02-28T05:00:00Z', '2026-03-31T04:00:00Z'],
      // in April
      ['Africa/Cairo', 29, '2026-02-27T22:00:00Z', '2026-03-28T22:00:00Z'],
      ['Africa/Cairo', 31, '2026-02-27T22:00:00Z', '2026-03-30T22:00:00Z'],
      // never: UTC+14 and UTC-11
      ['Pacific/Kiritimati', 28, '2026-02-27T10:00:00Z', '2026-03-27T10:00:00Z'],
      ['Pacific/Kiritimati', 30, '2026-02-27T10:00:00Z', '2026-03-29T10:00:00Z'],
      ['Pacific/Pago_Pago', 29, '2026-02-28T11:00:00Z', '2026-03-29T11:00:00Z'],
      ['Pacific/Pago_Pago', 31, '2026-02-28T11:00:00Z', '2026-03-31T11:00:00Z'],
    ])
    .run(({ assert }, [zone, day, february, march]) => {
      const schedule: PayoutSchedule = { every: 'month', day, net_days: 0 }
      const instantBefore = utc(march).minus({ milliseconds: 1 })
      assert.equal(written(nextRunAt(schedule, zone, utc('2026-02-10'))), february)
      assert.equal(written(nextRunAt(schedule, zone, utc(february))), march)
      assert.equal(written(latestCutoff(schedule, zone, instantBefore)), february)
      assert.equal(written(latestCutoff(schedule, zone, utc(march))), march)
    })
})

test.group('The cutoff that is due', () => {
  const now = utc('2026-03-10T00:00:00Z')

  test('is the latest one when no run was ever opened', ({ assert }) => {
    assert.equal(written(dueCutoff(monthly, 'UTC', now, null)), '2026-03-01T00:00:00Z')
  })

  test('is none when a run has it', ({ assert }) => {
    assert.isNull(dueCutoff(monthly, 'UTC', now, utc('2026-03-01T00:00:00Z')))
  })

  test('is only the latest after an outage of months', ({ assert }) => {
    const due = dueCutoff(monthly, 'UTC', now, utc('2025-11-01T00:00:00Z'))
    assert.equal(written(due), '2026-03-01T00:00:00Z')
  })

  test('is none after a move to a zone whose day began earlier', ({ assert }) => {
    const stored = latestCutoff(monthly, 'America/New_York', now)
    assert.isNull(dueCutoff(monthly, 'Europe/Berlin', now, stored))
  })

  test('is none when more net days would put it back', ({ assert }) => {
    const slower: PayoutSchedule = { ...monthly, net_days: 30 }
    assert.isNull(dueCutoff(slower, 'UTC', now, utc('2026-03-01T00:00:00Z')))
  })

  test('is there again when a new schedule is past the last run', ({ assert }) => {
    const weekly: PayoutSchedule = { every: 'week', weekday: 1, net_days: 0 }
    const due = dueCutoff(weekly, 'UTC', now, utc('2026-03-01T00:00:00Z'))
    assert.equal(written(due), '2026-03-09T00:00:00Z')
  })
})
