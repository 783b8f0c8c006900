import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { eventType, eventTypes } from '#core/event_types'
import { eventWords, reasonInWords, wordsOf } from '#views/event_words'

/** The machines of all models with a state, with the word of their events. */
async function machines() {
  const folder = app.makePath('app', 'models')
  const models = await Promise.all(
    readdirSync(folder).map(async (file) => (await import(join(folder, file))).default)
  )
  return models.filter((model) => model?.machine)
}

/** All of what may record, as one text. */
function readSources() {
  const folder = app.makePath('app')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('views'))
    .filter((file) => file !== join('core', 'event_types.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

test.group('Events in words', () => {
  test('every event of a machine is a published type', async ({ assert }) => {
    const all = await machines()
    assert.isAbove(all.length, 8)
    for (const { word, machine } of all)
      for (const { event } of Object.values<{ event: string }>(machine))
        assert.doesNotThrow(() => eventType(word, event))
    assert.throws(() => eventType('payout', 'evaporated'), /payout.evaporated is not in the list/)
  })

  test('every published type is recorded somewhere', async ({ assert }) => {
    const byMachine = (await machines()).flatMap(({ word, machine }) =>
      Object.values<{ event: string }>(machine).map(({ event }) => `${word}.${event}`)
    )
    const sources = readSources()
    const idle = eventTypes.filter(
      (type) =>
        !byMachine.includes(type) &&
        !sources.includes(`'${type}'`) &&
        !sources.includes(`\`${type.replace(/_\w+$/, '')}_\${`)
    )
    assert.deepEqual(idle, [])
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
