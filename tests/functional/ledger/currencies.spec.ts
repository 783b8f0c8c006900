import { test } from '@japa/runner'
import { currenciesEarned } from '#ledger/currencies'
import { makeProgram, sell } from '#tests/support/world'

test('the currencies of a workspace are those of its commissions, in the states that are asked for', async ({
  assert,
}) => {
  const { workspace, link } = await makeProgram()
  const other = await makeProgram()
  await sell(other.workspace, { ref: other.link.refParam, currency: 'CHF' })
  assert.deepEqual(await currenciesEarned(workspace.id), [])

  for (const currency of ['USD', 'EUR', 'USD', 'JPY'])
    await sell(workspace, { ref: link.refParam, currency })
  assert.deepEqual(await currenciesEarned(workspace.id), ['EUR', 'JPY', 'USD'])

  const commissions = workspace.related('commissions').query()
  await commissions.where('currency', 'EUR').update({ state: 'voided' })
  assert.deepEqual(await currenciesEarned(workspace.id, ['due', 'pending']), ['JPY', 'USD'])
})
