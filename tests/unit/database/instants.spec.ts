import fc from 'fast-check'
import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { fromStored, toStored } from '#database/instants'

const instants = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
})

test.group('Stored instants', () => {
  test('come back as they were, in UTC', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom('utc', 'Asia/Kolkata'), (date, zone) => {
        const read = fromStored(toStored(DateTime.fromJSDate(date, { zone })))
        return read.valueOf() === date.getTime() && read.zoneName === 'UTC'
      })
    )
  })

  test('sort as time', () => {
    fc.assert(
      fc.property(
        instants,
        instants,
        (one, other) => toStored(one) < toStored(other) === one < other
      )
    )
  })

  test('are read as either database answers them')
    .with([
      ['2026-11-21 09:30:00.120', '2026-11-21T09:30:00.120Z'],
      ['2026-11-21 09:30:00.12+00', '2026-11-21T09:30:00.120Z'],
      ['2026-11-21 09:30:00+00', '2026-11-21T09:30:00.000Z'],
      ['2026-11-21 09:30:00.123456+00', '2026-11-21T09:30:00.123Z'],
    ])
    .run(({ assert }, [stored, iso]) => assert.equal(fromStored(stored).toISO(), iso))

  test('are nothing else')
    .with(['', 'yesterday', '2026-11-21', '2026-13-01 00:00:00.000', '2026-11-21 09:30:00+02'])
    .run(({ assert }, text) =>
      assert.throws(() => fromStored(text), `"${text}" is no stored instant`)
    )

  test('an instant that is none is not stored', ({ assert }) => {
    assert.throws(() => toStored(DateTime.invalid('why not')))
  })
})
