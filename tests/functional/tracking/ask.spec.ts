import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { dialect } from '#config/database'
import { ask, askAfter, plainsWhere } from '#core/ask'
import { atomically, outsideTransaction } from '#core/atomically'
import { takeTurn, turnsOf } from '#core/turns'
import Affiliate from '#models/affiliate'
import { untilOneWaits } from '#tests/support/until_one_waits'
import { makeAffiliate, makeWorkspace } from '#tests/support/world'

test.group('What is asked with every conversion', () => {
  test('what is read after a turn is what its holder committed', async ({ assert }) => {
    const { workspace } = await makeWorkspace()
    const affiliate = await makeAffiliate(workspace, { company: 'before' })
    const companyOf = plainsWhere(Affiliate, 'id = ?', [affiliate.id])

    let second: Promise<string | null> | undefined
    await atomically(async () => {
      await takeTurn('customer', workspace.id, 'kim')
      second = outsideTransaction(() =>
        atomically(async () => {
          const [[{ company }]] = await askAfter(
            [turnsOf('customer', [{ workspaceId: workspace.id, name: 'kim' }])],
            companyOf
          )
          return company
        })
      )
      await untilOneWaits()
      await affiliate.merge({ company: 'after' }).save()
    })
    assert.equal(await second, 'after')
  })

  test('a statement is planned once for a connection, and outlives a new column', async ({
    assert,
    cleanup,
  }) => {
    const { workspace } = await makeWorkspace()
    const affiliate = await makeAffiliate(workspace)
    const companyOf = plainsWhere(Affiliate, 'id = ? and company is null', [affiliate.id])
    cleanup(() => db.rawQuery('alter table affiliates drop column if exists shoe_size'))

    await atomically(async () => {
      for (let times = 0; times < 10; times++) await ask(companyOf)
      await db.rawQuery('alter table affiliates add column shoe_size int')
      const [[row]] = await ask(companyOf)
      assert.equal(row.id, affiliate.id)
      assert.notProperty(row, 'shoe_size')

      const kept = await db
        .from('pg_prepared_statements')
        .whereLike('statement', '%id = $1 and company is null')
      assert.lengthOf(kept, 1)
    })
  }).skip(dialect === 'sqlite', 'database/sqlite.ts keeps all statements')

  test('of several the first that is refused is told of', async ({ assert }) => {
    const { workspace } = await makeWorkspace()
    const row = plainsWhere(Affiliate, 'workspace_id = ?', [workspace.id])
    const wrong = plainsWhere(Affiliate, 'no_such_column = ?', [1])
    await assert.rejects(() => atomically(() => ask(row, wrong, row)), /no_such_column/)
    assert.deepEqual(await ask(row, []), [[], []])
  })
})
