import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import {
  isMonth,
  monthAfter,
  monthOf,
  monthsBetween,
  startOf,
  type ZoneSince,
} from '#ledger/statements/months'

const at = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' })
const iso = (instant: DateTime) => instant.toISO()

test.group('Months of a workspace', () => {
  const berlin: ZoneSince[] = [{ zone: 'Europe/Berlin', since: null }]

  test('begin at the first instant of their first day in the zone', ({ assert }) => {
    assert.equal(iso(startOf('2026-03', berlin)), '2026-02-28T23:00:00.000Z')
    assert.equal(iso(startOf('2026-07', berlin)), '2026-06-30T22:00:00.000Z')
    assert.equal(monthOf(at('2026-02-28T23:00:00Z'), berlin), '2026-03')
    assert.equal(monthOf(at('2026-02-28T22:59:59.999Z'), berlin), '2026-02')
  })

  test('one that has begun stays begun when the zone moves back over its start', ({ assert }) => {
    const since = at('2026-06-30T15:30:00Z')
    const zones = [
      { zone: 'Asia/Tokyo', since: null },
      { zone: 'America/New_York', since },
    ]
    assert.equal(iso(startOf('2026-07', zones)), '2026-06-30T15:00:00.000Z')
    assert.equal(iso(startOf('2026-08', zones)), '2026-08-01T04:00:00.000Z')
    assert.equal(monthOf(since, zones), '2026-07')
  })

  test('one that the new zone has begun already begins with the change', ({ assert }) => {
    const since = at('2026-06-30T20:00:00Z')
    const zones = [
      { zone: 'America/New_York', since: null },
      { zone: 'Asia/Tokyo', since },
    ]
    assert.equal(iso(startOf('2026-07', zones)), iso(since))
    assert.equal(iso(startOf('2026-06', zones)), '2026-06-01T04:00:00.000Z')
  })

  test('one that begins at the very instant of the change has begun', ({ assert }) => {
    const since = at('2026-03-01T00:00:00Z')
    const zones = [
      { zone: 'UTC', since: null },
      { zone: 'America/New_York', since },
    ]
    assert.equal(iso(startOf('2026-03', zones)), iso(since))
  })

  test('tile time, and a change of zone moves nothing that has begun', ({ assert }) => {
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'Asia/Tokyo',
      'America/New_York',
      'Pacific/Kiritimati',
      'Pacific/Apia',
      'Africa/Cairo'
    )
    const minutes = fc.array(fc.integer({ min: 1, max: 60 * 24 * 40 }), { maxLength: 6 })
    const property = fc.property(
      minutes,
      fc.array(zone, { minLength: 8, maxLength: 8 }),
      (gaps, names) => {
        let since = at('2026-01-20T00:00:00Z')
        const zones: ZoneSince[] = [{ zone: names[0], since: null }]
        for (const [index, gap] of gaps.entries()) {
          since = since.plus({ minutes: gap })
          const before = monthsBetween('2025-12', monthOf(since, zones)).map((month) =>
            iso(startOf(month, zones))
          )
          const month = monthOf(since, zones)
          zones.push({ zone: names[index + 1], since })
          const after = monthsBetween('2025-12', month).map((each) => iso(startOf(each, zones)))
          assert.deepEqual(after, before)
          assert.isTrue(monthOf(since, zones) >= month)
        }
        for (const month of monthsBetween('2025-12', '2026-12')) {
          const [begins, ends] = [startOf(month, zones), startOf(monthAfter(month), zones)]
          assert.isTrue(begins <= ends)
          if (begins < ends) {
            assert.equal(monthOf(begins, zones), month)
            assert.equal(monthOf(ends.minus({ milliseconds: 1 }), zones), month)
          }
        }
      }
    )
    fc.assert(property, { numRuns: 200 * Number(process.env.TEST_SCALE ?? 1) })
  })

  test('are written as year and month alone', ({ assert }) => {
    for (const good of ['2026-01', '1999-12']) assert.isTrue(isMonth(good), good)
    for (const bad of ['2026-13', '2026-00', '2026-1', '2026-01-01', '', 'x'])
      assert.isFalse(isMonth(bad), bad)
    assert.deepEqual(monthsBetween('2025-11', '2026-01'), ['2026-01', '2025-12', '2025-11'])
  })
})
