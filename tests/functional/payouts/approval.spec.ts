import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import { transition } from '#core/transition'
import ApiKey from '#models/api_key'
import { continueRun } from '#payouts/continue'
import {
  approvedRun,
  assertBalanced,
  assertRefused,
  changeDestination,
  dueProgram,
  leftOutOf,
  openRun,
  saleOf,
} from '#tests/support/money'
import { later, makeUser } from '#tests/support/world'

test.group('Approval', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('two approvals are two people’s', async ({ assert }) => {
    const { workspace, owner } = await dueProgram({ approvals: { required: 2 } })
    const second = await makeUser()
    const { run } = await openRun(workspace, owner)
    await run.approve(owner.actor)
    assert.equal(run.state, 'awaiting_approval')
    await assertRefused(assert, 409, 'CONFLICT', () => run.approve(owner.actor))
    await run.approve(second.actor)
    assert.deepEqual([run.state, run.progressStep], ['approved', null])
    await assertRefused(assert, 409, 'INVALID_TRANSITION', () => run.approve(owner.actor))
    await assertBalanced(assert, workspace)
  })

  test('a key approves where one is enough, and not where two are needed', async ({ assert }) => {
    for (const required of [1, 2] as const) {
      const { workspace, owner } = await dueProgram({ approvals: { required } })
      const key = await ApiKey.mint(workspace, owner, { name: 'erp' })
      const { run } = await openRun(workspace, owner)
      if (required === 1) await run.approve(key.actor)
      else await assertRefused(assert, 403, 'FORBIDDEN', () => run.approve(key.actor))
      assert.equal(run.state, required === 1 ? 'approved' : 'awaiting_approval')
    }
  })

  test('who changed where money goes lately does not approve it', async ({ assert }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    const second = await makeUser()
    await changeDestination(workspace, affiliate.id, owner.id, 'paypal')
    const { run, payout } = await openRun(workspace, owner)
    await assertRefused(assert, 403, 'FORBIDDEN', () => run.approve(owner.actor))
    await run.approve(second.actor)
    await payout.refresh()
    assert.deepEqual(
      [payout.state, payout.method, payout.methodMasked?.includes('example.com')],
      ['approved', 'paypal', true]
    )
    await assertBalanced(assert, workspace)
  })

  test('a change of fourteen days ago is old enough', async ({ assert }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    await changeDestination(workspace, affiliate.id, owner.id, 'paypal')
    await later(14, async () => {
      const { run } = await openRun(workspace, owner)
      await run.approve(owner.actor)
      assert.equal(run.state, 'approved')
    })
  })

  test('a payout above the limit for one needs two', async ({ assert }) => {
    const { workspace, owner } = await dueProgram({
      approvals: { required: 1, two_above: { USD: 1_999 } },
    })
    const { run } = await openRun(workspace, owner)
    assert.equal(run.approvalsRequired, 2)
  })

  test('what one person approved alone in thirty days counts towards the limit', async ({
    assert,
  }) => {
    const program = await dueProgram({ approvals: { required: 1, two_above: { USD: 3_999 } } })
    const { workspace, owner } = program
    await approvedRun(workspace, owner)
    await saleOf(program)
    assert.equal((await openRun(workspace, owner)).run.approvalsRequired, 2)
    await later(31, async () => {
      await saleOf(program)
      assert.equal((await openRun(workspace, owner)).run.approvalsRequired, 1)
    })
  })

  test('runs opened together are not approved alone one after the other', async ({ assert }) => {
    const program = await dueProgram({ approvals: { required: 1, two_above: { USD: 3_999 } } })
    const { workspace, owner } = program
    const first = await openRun(workspace, owner)
    await saleOf(program)
    const second = await openRun(workspace, owner)
    await first.run.approve(owner.actor)
    await second.run.approve(owner.actor)
    assert.deepEqual([first.run.state, second.run.state], ['approved', 'awaiting_approval'])
    await assertBalanced(assert, workspace)
  })

  test('who changed a destination stays out also when another changed it again', async ({
    assert,
  }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    const second = await makeUser()
    await changeDestination(workspace, affiliate.id, owner.id, 'paypal')
    await changeDestination(workspace, affiliate.id, second.id, 'paypal')
    const { run } = await openRun(workspace, owner)
    for (const person of [owner, second])
      await assertRefused(assert, 403, 'FORBIDDEN', () => run.approve(person.actor))
  })
})

test.group('A destination that changes', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('between two approvals takes the first back: nobody approved what is there now', async ({
    assert,
  }) => {
    const { workspace, owner, affiliate } = await dueProgram({ approvals: { required: 2 } })
    const second = await makeUser()
    const { run, payout } = await openRun(workspace, owner)
    await run.approve(owner.actor)
    await changeDestination(workspace, affiliate.id, affiliate.id, 'paypal')

    await run.approve(second.actor)
    assert.equal(run.state, 'awaiting_approval')
    await payout.refresh()
    assert.deepEqual([payout.method, payout.attention], ['paypal', 'destination_changed'])
    const [withdrawn] = await eventsOf(run.id, 'payout_run.approvals_withdrawn')
    assert.equal(withdrawn.actor_id, affiliate.id)

    await run.approve(owner.actor)
    assert.equal(run.state, 'approved')
    await assertBalanced(assert, workspace)
  })

  test('by who approved first leaves them out of it', async ({ assert }) => {
    const { workspace, owner, affiliate } = await dueProgram({ approvals: { required: 2 } })
    const { run } = await openRun(workspace, owner)
    await run.approve(owner.actor)
    await changeDestination(workspace, affiliate.id, owner.id, 'paypal')
    await assertRefused(assert, 403, 'FORBIDDEN', () => run.approve(owner.actor))
  })

  test('before anyone approved is followed, and takes nothing back', async ({ assert }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    const { run, payout } = await openRun(workspace, owner)
    await changeDestination(workspace, affiliate.id, affiliate.id, 'paypal')
    await payout.refresh()
    assert.deepEqual([payout.method, payout.attention], ['paypal', null])
    assert.lengthOf(await eventsOf(run.id, 'payout_run.approvals_withdrawn'), 0)
  })

  test('after approval changes nothing of what is paid, and is marked', async ({ assert }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    const { payout } = await approvedRun(workspace, owner)
    await changeDestination(workspace, affiliate.id, affiliate.id, 'paypal')
    await payout.refresh()
    assert.deepEqual(
      [payout.state, payout.method, payout.destination, payout.attention],
      ['approved', 'manual', null, 'destination_changed']
    )
    await assertBalanced(assert, workspace)
  })

  test('between the approval and the job that freezes is too late as well', async ({ assert }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    const { run, payout } = await openRun(workspace, owner)
    await run.related('approvals').create({ workspaceId: workspace.id, userId: owner.id })
    await transition(run, 'approve', {
      actor: owner.actor,
      set: { approved_at: clock.now().toJSDate(), progress_step: 'approving' },
    })
    await changeDestination(workspace, affiliate.id, affiliate.id, 'paypal')
    await continueRun(run.id)
    await payout.refresh()
    assert.deepEqual(
      [payout.state, payout.method, payout.attention],
      ['approved', 'manual', 'destination_changed']
    )
    await assertBalanced(assert, workspace)
  })

  test('to a way that does not take the currency leaves the payout out', async ({ assert }) => {
    const { workspace, owner, affiliate } = await dueProgram()
    const { run, payout } = await openRun(workspace, owner)
    await changeDestination(workspace, affiliate.id, affiliate.id, 'sepa')
    await payout.refresh()
    assert.equal(payout.state, 'canceled')
    assert.deepEqual(await leftOutOf(run), [['method_refuses_currency', 2_000]])
    await assertBalanced(assert, workspace)
  })
})

function eventsOf(subjectId: string, type: string) {
  return db.from('events').where({ subject_id: subjectId, type })
}
