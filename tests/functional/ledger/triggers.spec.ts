import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { atomically } from '#core/atomically'
import { dueProgram, openRun } from '#tests/support/money'
import type { Assert } from '@japa/assert'

/** In a savepoint, so that PostgreSQL goes on after the refusal. */
function assertKept(assert: Assert, because: RegExp, work: () => Promise<unknown>) {
  return assert.rejects(() => atomically(work), because)
}

test.group('Triggers', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('an event is never changed or deleted', async ({ assert }) => {
    const { commission } = await dueProgram()
    const event = () => db.from('events').where('subject_id', commission.id)
    await assertKept(assert, /never changed/, () => event().update({ type: 'commission.voided' }))
    await assertKept(assert, /never changed/, () => event().update({ note: 'x' }))
    await assertKept(assert, /never changed/, () => event().delete())
  })

  test('a payout line is released once, and nothing else happens to it', async ({ assert }) => {
    const { workspace, owner } = await dueProgram()
    const { payout } = await openRun(workspace, owner)
    const line = () => db.from('payout_lines').where('payout_id', payout.id)
    const now = new Date()

    await assertKept(assert, /can only be released/, () => line().delete())
    await assertKept(assert, /can only be released/, () => line().update({ amount: 1 }))
    await assertKept(assert, /can only be released/, () =>
      line().update({ amount: 1, released_at: now })
    )
    await line().update({ released_at: now })
    await assertKept(assert, /can only be released/, () => line().update({ released_at: null }))
    await assertKept(assert, /can only be released/, () => line().update({ released_at: now }))
  })

  const frozen: Record<string, unknown> = {
    amount: 1,
    currency: 'EUR',
    affiliate_id: null,
    conversion_id: null,
    campaign_id: null,
    referral_id: null,
    workspace_id: null,
    rate_bps: 1,
    rule_id: 'rule',
    kind: 'renewal',
    reversal_of: 'self',
    explanation: 'another',
  }
  for (const [column, value] of Object.entries(frozen)) {
    test(`a commission’s ${column} never changes`, async ({ assert }) => {
      const { commission } = await dueProgram()
      await assertKept(assert, /frozen when it is made/, () =>
        db
          .from('commissions')
          .where('id', commission.id)
          .update({ [column]: value })
      )
    })
  }

  test('a commission is not deleted', async ({ assert }) => {
    const { commission } = await dueProgram()
    await assertKept(assert, /frozen/, () =>
      db.from('commissions').where('id', commission.id).delete()
    )
  })
})
