import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { dialect } from '#config/database'
import { routes } from '#tests/support/actions'

/** Tables that grow as long as a program runs. */
const large = [
  'affiliates',
  'referrals',
  'conversions',
  'commissions',
  'payouts',
  'clicks',
  'events',
]

/** Of few values, each of which many rows have: a list finds the next such row soon in its own order. */
const words = new Set(['kind', 'currency', 'method'])

/** The columns of each index of a table, in order. */
async function indexesOf(table: string): Promise<string[][]> {
  const { rows, ...found } = await db.rawQuery(
    dialect === 'sqlite'
      ? `select l.name, i.name as "column" from pragma_index_list('${table}') l, pragma_index_info(l.name) i order by l.name, i.seqno`
      : `select c.relname as name, a.attname as "column" from pg_index x
         join pg_class c on c.oid = x.indexrelid
         join pg_attribute a on a.attrelid = x.indexrelid
         where x.indrelid = '${table}'::regclass order by c.relname, a.attnum`
  )
  const columns = new Map<string, string[]>()
  for (const { name, column } of rows ?? Object.values(found))
    columns.set(name, [...(columns.get(name) ?? []), column])
  return [...columns.values()]
}

test.group('Lists of large tables', () => {
  test('have an index for whatever they can be narrowed to and sorted by', async ({ assert }) => {
    const without: string[] = []
    for (const { path, verb, action } of routes) {
      const table = path.split('/').at(-1)!
      if (verb !== 'index' || !large.includes(table)) continue
      const { filters = [], sorts = [], tabs } = action.lists!
      const indexes = await indexesOf(table)
      const begins = (...columns: string[]) =>
        indexes.some((index) => columns.every((column, place) => index[place] === column))
      // A visit would pay for each index of its own, so clicks are looked for in the one of the list.
      const holds = (column: string) =>
        table === 'clicks' &&
        indexes.some(([, second, ...held]) => second === 'id' && held.includes(column))
      const hard = [...filters, ...(tabs ? [tabs.column] : [])].filter(
        (column) =>
          !(words.has(column) || begins(column) || begins('workspace_id', column) || holds(column))
      )
      const unsorted = sorts.filter((column) => !begins('workspace_id', column))
      without.push(...[...hard, ...unsorted].map((column) => `${path.slice(1)}.${column}`))
    }
    assert.deepEqual(without, [])
  })

  test('and each of those of a part has the place to begin at, where PostgreSQL looks for one', async ({
    assert,
  }) => {
    // It drops a condition that all rows of the index fulfil, and with it what comes after that column.
    const { rows } = await db.rawQuery<{ rows: Record<'name' | 'columns' | 'only', string>[] }>(
      `select indexname as name, substring(indexdef from '\\((.*)\\) WHERE') as columns,
         substring(indexdef from ' WHERE (.*)') as only
       from pg_indexes where schemaname = current_schema() and indexdef like '% WHERE %'`
    )
    const misled = rows.filter(({ columns, only }) =>
      columns.split(', ').some((column) => only.includes(`((${column})::text = `))
    )
    assert.isNotEmpty(rows)
    assert.deepEqual(misled, [])
  }).skip(dialect === 'sqlite', 'SQLite keeps the condition, and prefers such an index')
})
