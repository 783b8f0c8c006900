import fc from 'fast-check'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { dueCutoff, latestCutoff, nextRunAt, type PayoutSchedule } from '#payouts/schedule'
import { runs } from '#tests/unit/money/runs'
import { Calendar, daysBefore, scheduledDays } from '#tests/unit/payouts/calendar'

/** One is a walk through three years. */
const scheduleRuns = { numRuns: Math.ceil(runs.numRuns / 10) }

/** Three years each, with the clocks' oddities of that zone in them. */
const places = [
  { zone: 'Europe/Berlin', year: 2024 },
  { zone: 'America/New_York', year: 2024 },
  { zone: 'Africa/Cairo', year: 2010 }, // clocks changed four times in 2010
  { zone: 'Africa/Cairo', year: 2024 }, // clocks go forward at midnight
  { zone: 'Pacific/Kiritimati', year: 1994 }, // no 31 December 1994
  { zone: 'Pacific/Pago_Pago', year: 2024 },
  { zone: 'Pacific/Apia', year: 2010 }, // no 30 December 2011
  { zone: 'Asia/Amman', year: 2019 }, // clocks go forward and back at midnight
  { zone: 'America/Havana', year: 2024 }, // midnights that are missing, and that come twice
]

const netDays = fc.integer({ min: 0, max: 90 })
const schedules: fc.Arbitrary<PayoutSchedule> = fc.oneof(
  fc.record({
    every: fc.constant('week' as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    net_days: netDays,
  }),
  fc.record({ every: fc.constant('half_month' as const), net_days: netDays }),
  fc.record({
    every: fc.constant('month' as const),
    day: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 29, max: 31 })),
    net_days: netDays,
  })
)

/** When a schedule runs in a year and the two after it, by the oracle. */
function expectedRuns(schedule: PayoutSchedule, calendar: Calendar, year: number) {
  return scheduledDays(schedule, Date.UTC(year, 0, 1), Date.UTC(year + 3, 0, 1)).map((day) => ({
    at: calendar.beginningOf(day),
    cutoff: calendar.beginningOf(daysBefore(day, schedule.net_days)),
  }))
}

const at = (millis: number) => DateTime.fromMillis(millis, { zone: 'utc' })

test.group('Cutoffs tile time', () => {
  test('{zone} from {year} runs on each scheduled day exactly once')
    .with(places)
    .run(({ assert }, { zone, year }) => {
      const calendar = new Calendar(zone)
      fc.assert(
        fc.property(schedules, (schedule) => {
          const expected = expectedRuns(schedule, calendar, year)
          let now = at(expected[0].at - 1)

          for (const run of expected) {
            const next = nextRunAt(schedule, zone, now)
            assert.equal(next?.toMillis(), run.at)
            now = at(run.at)
            assert.equal(latestCutoff(schedule, zone, now)?.toMillis(), run.cutoff)
          }
        }),
        scheduleRuns
      )
    })
    .disableTimeout()

  test('{zone} from {year}: asked at any times, opens later and later cutoffs, none twice')
    .with(places)
    .run(({ assert }, { zone, year }) => {
      const calendar = new Calendar(zone)
      const pauses = fc.array(fc.integer({ min: 1, max: 40 * 96 }), {
        minLength: 50,
        maxLength: 50,
      })
      fc.assert(
        fc.property(schedules, pauses, (schedule, quarters) => {
          const expected = expectedRuns(schedule, calendar, year)
          let now = expected[0].at
          let last: DateTime | null = null

          for (const pause of quarters) {
            const latest = expected.findLast((run) => run.at <= now)
            const due: DateTime | null = dueCutoff(schedule, zone, at(now), last)
            const isNew = latest && latest.cutoff > (last?.toMillis() ?? 0)
            assert.equal(due?.toMillis(), isNew ? latest.cutoff : undefined)

            last = due ?? last
            now += pause * 900_000
            if (now >= expected[expected.length - 1].at) break
          }
        }),
        scheduleRuns
      )
    })
    .disableTimeout()

  test('a change of zone or schedule never goes back', ({ assert }) => {
    const changes = fc.array(
      fc.record({
        schedule: schedules,
        zone: fc.constantFrom(...places.map((place) => place.zone)),
        days: fc.integer({ min: 0, max: 45 }),
      }),
      { minLength: 2, maxLength: 30 }
    )
    fc.assert(
      fc.property(changes, (steps) => {
        let now = DateTime.utc(2011, 11, 20)
        let last: DateTime | null = null

        for (const { schedule, zone, days } of steps) {
          now = now.plus({ days })
          const due: DateTime | null = dueCutoff(schedule, zone, now, last)
          if (due && last) assert.isAbove(due.toMillis(), last.toMillis())
          if (due) assert.isAtMost(due.toMillis(), now.toMillis())
          last = due ?? last
        }
      }),
      runs
    )
  }).disableTimeout()
})
