import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { TypeID } from 'typeid-js'
import { clock } from '#core/clock'
import { isId, newId } from '#core/ids'

/** Milliseconds that the 48 bits of a UUIDv7 hold. */
const instants = fc.integer({ min: 0, max: 2 ** 48 - 1 })

function idAt(millisecond: number) {
  return clock.at(DateTime.fromMillis(millisecond), () => newId('clk'))
}

test.group('An id', () => {
  test('is a TypeID of a UUIDv7 of its instant', ({ assert }) => {
    fc.assert(
      fc.property(instants, (at) => {
        const id = idAt(at)
        assert.isTrue(isId(id, 'clk'))
        const uuid = TypeID.fromString(id).toUUID()
        assert.match(uuid, /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
        assert.equal(Number.parseInt(uuid.replace('-', '').slice(0, 12), 16), at)
        assert.equal(TypeID.fromUUID('clk', uuid).toString(), id)
      })
    )
  })

  test('sorts by making, also thousands of one millisecond', ({ assert }) => {
    const ids = clock.at(DateTime.fromMillis(1_000), () =>
      Array.from({ length: 10_000 }, () => newId('clk'))
    )
    assert.deepEqual(ids.toSorted(), ids)
    assert.equal(new Set(ids).size, ids.length)
  })

  test('has 62 bits that nobody can guess', ({ assert }) => {
    const random = Array.from({ length: 1_000 }, () =>
      TypeID.fromString(newId('clk')).toUUIDBytes()
    )
    for (let bit = 66; bit < 128; bit++) {
      const set = random.filter((bytes) => (bytes[bit >> 3] >> (7 - (bit & 7))) & 1).length
      assert.isTrue(set > 300 && set < 700, `bit ${bit} was 1 in ${set} of 1,000`)
    }
  })
})
