import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import string from '@adonisjs/core/helpers/string'
import { test } from '@japa/runner'

const page = readFileSync(app.makePath('docs/privacy.md'), 'utf8')
const schema = readFileSync(app.makePath('database/schema.ts'), 'utf8')

/** Tables with their columns, as the generated schema has them. */
const tables = new Map(
  [...schema.matchAll(/class (\w+)Schema [^]*?\$columns = \[(.*?)\]/g)].map(([, name, columns]) => [
    string.snakeCase(name) + (name.endsWith('ch') ? 'es' : 's'),
    [...columns.matchAll(/'(\w+)'/g)].map(([, column]) => string.snakeCase(column)),
  ])
)

/** What a text names in backticks. */
function named(text: string) {
  return [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name)
}

const sections = new Map(
  [...page.matchAll(/^### (\w+)\n([^]*?)(?=^##)/gm)].map(([, table, text]) => [
    table,
    named(text.replaceAll(/^[^|].*$/gm, '').replaceAll(/^(\|[^|]*\|).*$/gm, '$1')),
  ])
)

test.group('docs/privacy.md', () => {
  test('names every table', ({ assert }) => {
    const all = new Set([...sections.keys(), ...named(page)])
    assert.isAbove(tables.size, 30)
    assert.deepEqual(
      [...tables.keys()].filter((table) => !all.has(table)),
      []
    )
  })

  test('names each column of a table that holds something about people, and no other', ({
    assert,
  }) => {
    assert.isAbove(sections.size, 15)
    for (const [table, columns] of sections)
      assert.sameMembers(columns, tables.get(table) ?? [], table)
  })
})
