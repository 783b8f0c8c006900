import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { latestCutoff, type PayoutSchedule } from '#payouts/schedule'

const utc = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })
const written = (at: DateTime | null) => at?.toISO({ suppressMilliseconds: true }) ?? null

/** On which instant a zone's day begins, seen by a schedule of every month on that day. */
function beginningOf(iso: string, zone: string): string | null {
  const day = utc(iso)
  const schedule: PayoutSchedule = { every: 'month', day: day.day, net_days: 0 }
  return written(latestCutoff(schedule, zone, day.plus({ days: 3 })))
}

test.group('The first instant of a day', () => {
  test('{day} in {zone} is {is}: {why}')
    .with([
      {
        day: '2026-04-24',
        zone: 'Africa/Cairo',
        is: '2026-04-23T22:00:00Z',
        why: 'clocks go from 0:00 to 1:00, so it is 1:00 summer time',
      },
      {
        day: '2026-10-30',
        zone: 'Africa/Cairo',
        is: '2026-10-29T22:00:00Z',
        why: 'at the midnight before clocks go back to 23:00, and the second one is it',
      },
      {
        day: '2026-03-29',
        zone: 'Africa/Cairo',
        is: '2026-03-28T22:00:00Z',
        why: 'a plain midnight in winter',
      },
      {
        day: '2011-12-30',
        zone: 'Pacific/Apia',
        is: '2011-12-30T10:00:00Z',
        why: 'the day was skipped and begins with the 31st',
      },
      {
        day: '2011-12-31',
        zone: 'Pacific/Apia',
        is: '2011-12-30T10:00:00Z',
        why: 'the day after the skipped one',
      },
      {
        day: '2011-12-29',
        zone: 'Pacific/Apia',
        is: '2011-12-29T10:00:00Z',
        why: 'the last day east of the line, at UTC-10',
      },
      {
        day: '1994-12-31',
        zone: 'Pacific/Kiritimati',
        is: '1994-12-31T10:00:00Z',
        why: 'the day was skipped',
      },
      {
        day: '1995-01-01',
        zone: 'Pacific/Kiritimati',
        is: '1994-12-31T10:00:00Z',
        why: 'the first day at UTC+14',
      },
      {
        day: '2026-03-01',
        zone: 'Pacific/Kiritimati',
        is: '2026-02-28T10:00:00Z',
        why: 'UTC+14',
      },
      {
        day: '2026-03-01',
        zone: 'Pacific/Pago_Pago',
        is: '2026-03-01T11:00:00Z',
        why: 'UTC-11',
      },
      {
        day: '2026-03-08',
        zone: 'America/Havana',
        is: '2026-03-08T05:00:00Z',
        why: 'clocks go from 0:00 to 1:00',
      },
      {
        day: '2026-11-01',
        zone: 'America/Havana',
        is: '2026-11-01T04:00:00Z',
        why: 'clocks go from 1:00 back to 0:00, and the first midnight is it',
      },
      {
        day: '2021-10-29',
        zone: 'Asia/Amman',
        is: '2021-10-28T21:00:00Z',
        why: 'the first of two midnights, where Luxon takes the second',
      },
      {
        day: '2006-10-29',
        zone: 'America/St_Johns',
        is: '2006-10-29T02:30:00Z',
        why: 'at 0:01 clocks go back to 23:01 of the day before, which had ended',
      },
      {
        day: '2026-03-01',
        zone: 'Asia/Kathmandu',
        is: '2026-02-28T18:15:00Z',
        why: 'UTC+5:45',
      },
      {
        day: '2026-04-05',
        zone: 'Australia/Lord_Howe',
        is: '2026-04-04T13:00:00Z',
        why: 'clocks go back by half an hour at 2:00',
      },
    ])
    .run(({ assert }, { day, zone, is }) => {
      assert.equal(beginningOf(day, zone), is)
    })

  test('comes once where midnight passes twice: a run that began stays begun', ({ assert }) => {
    const weekly: PayoutSchedule = { every: 'week', weekday: 7, net_days: 0 } // 29 October 2006
    const again = utc('2006-10-29T02:45:00Z') // 23:15 of Saturday, for the second time
    const cutoff = latestCutoff(weekly, 'America/St_Johns', again)
    assert.equal(written(cutoff), '2006-10-29T02:30:00Z')
  })
})
