import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import ApiKey from '#models/api_key'
import { assertRefused } from '#tests/support/money'
import { makeUser, makeWorkspace } from '#tests/support/world'
import type User from '#models/user'
import type Workspace from '#models/workspace'
import type { ApprovalPolicy } from '#models/types'

const ONE: ApprovalPolicy = { required: 1 }

/** Two owners or admins, and two approvals. */
async function pairOfTwo() {
  const { workspace, owner } = await makeWorkspace()
  const second = await makeUser()
  await workspace.related('memberships').create({ userId: second.id, role: 'admin' })
  await workspace.change({ approvals: { required: 2 } }, owner.actor)
  return { workspace, owner, second }
}

function ask(workspace: Workspace, { actor }: User, approvals: ApprovalPolicy) {
  return workspace.change({ approvals }, actor)
}

test.group('How many approvals a workspace needs', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is not two where fewer than two people may approve', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    for (const approvals of [{ required: 2 }, { required: 1, two_above: { USD: 1 } }] as const)
      await assertRefused(assert, 422, 'VALIDATION_ERROR', () =>
        workspace.change({ approvals }, owner.actor)
      )
  })

  test('is not made fewer by one person alone, however often they ask', async ({ assert }) => {
    const { workspace, owner } = await pairOfTwo()
    await ask(workspace, owner, ONE)
    await ask(workspace, owner, ONE)
    await workspace.refresh()
    assert.equal(workspace.approvals.required, 2)
    assert.equal(workspace.proposedApprovals?.by_id, owner.id)
  })

  test('is made fewer when another person asks for the same', async ({ assert }) => {
    const { workspace, owner, second } = await pairOfTwo()
    await ask(workspace, owner, ONE)
    await ask(workspace, second, ONE)
    await workspace.refresh()
    assert.deepEqual([workspace.approvals.required, workspace.proposedApprovals], [1, null])
  })

  test('stays two when the other asks for something else, which is asked for then', async ({
    assert,
  }) => {
    const { workspace, owner, second } = await pairOfTwo()
    const limited: ApprovalPolicy = { required: 1, two_above: { USD: 50_000 } }
    await ask(workspace, owner, ONE)
    await ask(workspace, second, limited)
    await workspace.refresh()
    assert.equal(workspace.approvals.required, 2)
    assert.deepEqual(workspace.proposedApprovals, { policy: limited, by_id: second.id })
    await ask(workspace, owner, limited)
    assert.equal(workspace.approvals.required, 1)
  })

  test('asking for two again drops what was asked for', async ({ assert }) => {
    const { workspace, owner, second } = await pairOfTwo()
    await ask(workspace, owner, ONE)
    await ask(workspace, second, { required: 2 })
    await ask(workspace, second, ONE)
    await workspace.refresh()
    assert.deepEqual(
      [workspace.approvals.required, workspace.proposedApprovals?.by_id],
      [2, second.id]
    )
  })

  test('is not made fewer by keys', async ({ assert }) => {
    const { workspace, owner } = await pairOfTwo()
    const key = await ApiKey.mint(workspace, owner, { name: 'erp' })
    for (const actor of [key.actor, system])
      await assertRefused(assert, 403, 'FORBIDDEN', () =>
        workspace.change({ approvals: ONE }, actor)
      )
  })
})
