import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { date, dateTime, exactTime, relative } from '#views/dates'

const noon = DateTime.fromISO('2026-03-02T12:00:00Z')
const from = (shift: object) => clock.at(noon, () => relative(noon.plus(shift)))

test.group('Dates for people', () => {
  test('the clock of the zone is shown', ({ assert }) => {
    assert.equal(date('2026-03-01T23:30:00Z', 'Europe/Berlin'), '2 Mar 2026')
    assert.equal(dateTime(noon, 'America/New_York'), '2 Mar 2026, 07:00')
    assert.equal(exactTime(noon, 'Europe/Berlin'), 'Monday 2 March 2026, 13:00:00 Europe/Berlin')
  })

  test('instants come as DateTime, Date or text', ({ assert }) => {
    assert.equal(date(noon), '2 Mar 2026')
    assert.equal(date(noon.toJSDate()), '2 Mar 2026')
    assert.equal(date('2026-03-02T12:00:00.000Z'), '2 Mar 2026')
  })

  test('what is near is told as a distance')
    .with([
      [{ seconds: -10 }, 'just now'],
      [{ seconds: 30 }, 'in a moment'],
      [{ seconds: -50 }, '1 minute ago'],
      [{ minutes: -59 }, '59 minutes ago'],
      [{ hours: -1 }, '1 hour ago'],
      [{ hours: 23 }, 'in 23 hours'],
      [{ days: -3, hours: -5 }, '3 days ago'],
      [{ days: 30 }, 'in 30 days'],
    ] as const)
    .run(({ assert }, [shift, words]) => assert.equal(from(shift), words))

  test('what is far is told as a date, with its year unless it is this one', ({ assert }) => {
    assert.equal(from({ days: 40 }), '11 Apr')
    assert.equal(from({ years: -1 }), '2 Mar 2025')
  })
})
