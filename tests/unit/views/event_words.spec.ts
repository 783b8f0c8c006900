import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { eventWords, reasonInWords, wordsOf } from '#views/event_words'

/** Every type that the sources record: by name, and by the machines of models with a state. */
function recordedTypes() {
  const folder = app.makePath('app')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('views'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  const named = sources.flatMap((source) =>
    [...source.matchAll(/'((?:\w+)\.\w+)'/g)].map(([, type]) => type)
  )
  const words = new Set(Object.keys(eventWords).map((type) => type.split('.')[0]))
  const byMachine = sources.flatMap((source) => {
    const word = /static word = '(\w+)'/.exec(source)?.[1]
    return [...source.matchAll(/event: '(\w+)'/g)].map(([, event]) => word && `${word}.${event}`)
  })
  return new Set([
    ...byMachine.filter((type) => type !== undefined),
    ...named.filter(
      (type) => words.has(type.split('.')[0]) && /(ed|given|written|away)$/.test(type)
    ),
  ])
}

test.group('Events in words', () => {
  test('every type that is recorded has its sentence, and no other', ({ assert }) => {
    const recorded = recordedTypes()
    assert.sameMembers(Object.keys(eventWords), [...recorded])
  })

  test('no two types read the same', ({ assert }) => {
    const sentences = Object.values(eventWords).map(({ says }) => says)
    assert.lengthOf(new Set(sentences), sentences.length)
  })

  test('a type that nobody wrote a sentence for is still readable', ({ assert }) => {
    assert.equal(wordsOf('domain.taken_over').says, 'Domain taken over')
  })

  test('reasons are words, whoever chose them', ({ assert }) => {
    assert.equal(reasonInWords('cookie_days_over'), 'The cookie days were over')
    assert.equal(reasonInWords('test_order'), 'A test order')
    assert.equal(reasonInWords('something_new'), 'Something new')
  })
})
