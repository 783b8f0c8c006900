import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { clock } from '#core/clock'
import { fillSamples, planSample, sampleOf } from '#demo/sample'
import Membership from '#models/membership'
import type Workspace from '#models/workspace'
import { makeWorkspace } from '#tests/support/world'
import type User from '#models/user'

const small = { affiliates: 2, months: 1, seed: 1 }

/** The worker that filled it was killed, so long ago. */
async function cutShort(workspace: Workspace, minutes: number) {
  const changed = await db
    .from('settings')
    .where('key', `sample/${workspace.id}`)
    .update({
      value: JSON.stringify({ state: 'filling', done: 0.4 }),
      updated_at: clock.now().minus({ minutes }).toJSDate(),
    })
  if (Number(changed) !== 1) throw new Error('No such sample')
}

async function samplesOf(user: User) {
  const memberships = await Membership.query().where('user_id', user.id).preload('workspace')
  const samples: Workspace[] = []
  for (const { workspace } of memberships) if (await sampleOf(workspace)) samples.push(workspace)
  return samples
}

test.group('A sample workspace that was cut short', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is left for one that is filled from its beginning', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    const sample = await planSample(owner, 'Europe/Berlin')
    await cutShort(sample, 6)

    assert.deepEqual(await fillSamples(small), { filled: 1 })
    const [anew, ...others] = await samplesOf(owner)
    assert.lengthOf(others, 0)
    assert.notEqual(anew.id, sample.id)
    assert.equal(anew.timezone, 'Europe/Berlin')
    assert.equal((await sampleOf(anew))!.state, 'ready')
    await owner.refresh()
    assert.equal(owner.currentWorkspaceId, anew.id)
    assert.deepEqual(await fillSamples(small), { filled: 0 })
  }).timeout(60_000)

  test('leaves its owner where they are meanwhile', async ({ assert }) => {
    const { owner, workspace } = await makeWorkspace()
    const sample = await planSample(owner, 'UTC')
    await owner.merge({ currentWorkspaceId: workspace.id }).save()
    await cutShort(sample, 6)
    await fillSamples(small)
    await owner.refresh()
    assert.equal(owner.currentWorkspaceId, workspace.id)
    assert.lengthOf(await samplesOf(owner), 1)
  }).timeout(60_000)

  test('is left alone while someone fills it', async ({ assert }) => {
    const { owner } = await makeWorkspace()
    const sample = await planSample(owner, 'UTC')
    await cutShort(sample, 4)
    assert.deepEqual(await fillSamples(small), { filled: 0 })
    assert.deepEqual(
      (await samplesOf(owner)).map(({ id }) => id),
      [sample.id]
    )
  })
})
