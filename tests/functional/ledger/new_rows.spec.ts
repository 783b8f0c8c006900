import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { atomically } from '#core/atomically'
import { NewRows } from '#core/new_rows'
import Conversion from '#models/conversion'
import Event from '#models/event'
import { makeProgram, sell } from '#tests/support/world'

test.group('Rows that are written together', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('where one is refused, nothing of the rest is written, then or later', async ({
    assert,
  }) => {
    const { workspace, link } = await makeProgram()
    const sale = await sell(workspace, { ref: link.refParam })
    const told = async () =>
      (await Event.query().where('subject_id', sale.id)).map(({ type }) => type)
    const before = await told()

    await atomically(async () => {
      const rows = new NewRows([Conversion])
      rows.make(Conversion, sale.$attributes)
      rows.tell(sale, { type: 'conversion.forgotten', actor: system })
      await assert.rejects(() => atomically(() => rows.write([sale.id])), /unique/i)
      assert.deepEqual(await told(), before)
    })
    assert.deepEqual(await told(), before)
  })
})
