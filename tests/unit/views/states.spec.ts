import { test } from '@japa/runner'
import { stateLabel, stateTone } from '#views/states'

test.group('States for people', () => {
  test('a state is told in words', ({ assert }) => {
    assert.equal(stateLabel('awaiting_approval'), 'Awaiting approval')
    assert.equal(stateLabel('paid'), 'Paid')
  })

  test('one colour per meaning')
    .with([
      ['draft', 'neutral'],
      ['held', 'amber'],
      ['awaiting_approval', 'amber'],
      ['processing', 'blue'],
      ['paid', 'green'],
      ['partly_failed', 'red'],
    ] as const)
    .run(({ assert }, [state, tone]) => assert.equal(stateTone(state), tone))

  test('pending waits for time, a pending affiliate for a person', ({ assert }) => {
    assert.equal(stateTone('pending'), 'neutral')
    assert.equal(stateTone('pending', 'affiliate'), 'amber')
    assert.equal(stateTone('active', 'affiliate'), 'green')
  })

  test('a word that is no state has no colour', ({ assert }) => {
    assert.equal(stateTone('something'), 'neutral')
  })
})
