import { test } from '@japa/runner'
import { Rest } from '#core/rest'

test.group('A lock without a queue', () => {
  test('is left free after 250 ms of work that follows upon work', ({ assert }) => {
    const rest = new Rest(16)
    rest.after(100, 1_100)
    rest.after(100, 1_210)
    assert.equal(rest.until, 0)
    rest.after(60, 1_275)
    assert.equal(rest.until, 1_291)
  })

  test('is left free no longer when all who wait have asked', ({ assert }) => {
    const rest = new Rest(16)
    rest.after(260, 1_260)
    assert.equal(rest.until, 1_276)
    rest.after(240, 1_516)
    assert.equal(rest.until, 1_276)
    rest.after(20, 1_537)
    assert.equal(rest.until, 1_553)
  })

  test('work with time between it needs no rest', ({ assert }) => {
    const rest = new Rest(16)
    for (let now = 1_000; now < 5_000; now += 80) rest.after(60, now)
    assert.equal(rest.until, 0)
  })
})
