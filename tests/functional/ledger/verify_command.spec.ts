import ace from '@adonisjs/core/services/ace'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import LedgerVerify from '#commands/ledger_verify'
import { dueProgram } from '#tests/support/money'

async function run(...args: string[]) {
  const command = await ace.create(LedgerVerify, args)
  await command.exec()
  return command
}

test.group('ledger:verify', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => {
    ace.ui.switchMode('raw')
    return () => ace.ui.switchMode('normal')
  })

  test('ends well when the books balance', async ({ assert }) => {
    const { workspace } = await dueProgram()
    const command = await run('--workspace', workspace.id)
    assert.equal(command.exitCode, 0)
    command.assertLogMatches(/1\. payouts and runs are the sums/)
    command.assertLogMatches(/all well/)
  })

  test('names each row that breaks a rule and ends with 1', async ({ assert }) => {
    const { workspace, commission } = await dueProgram()
    await db.from('commissions').where('id', commission.id).update({ state: 'paid' })
    const command = await run('--workspace', workspace.id)
    assert.equal(command.exitCode, 1)
    command.assertLogMatches(new RegExp(`2 {2}${commission.id} is paid, but in no payout`))
    command.assertLogMatches(/The books do not balance: 1 breaks, 0 warnings/)
  })

  test('speaks JSON', async ({ assert }) => {
    const { workspace, commission } = await dueProgram()
    await db.from('commissions').where('id', commission.id).update({ state: 'paid' })
    const lines: string[] = []
    const log = console.log
    console.log = (line: string) => lines.push(line)
    try {
      await run('--workspace', workspace.id, '--json')
    } finally {
      console.log = log
    }
    const verdict = JSON.parse(lines.join(''))
    assert.deepEqual(verdict.breaks, [
      { check: 2, row: commission.id, sentence: 'is paid, but in no payout' },
    ])
    assert.lengthOf(verdict.checked, 8)
  })
})
