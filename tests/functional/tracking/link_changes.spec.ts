import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { atomically } from '#core/atomically'
import { system } from '#core/actor'
import Link from '#models/link'
import { broadcast, listen } from '#queue/broadcast'
import { hearOfChanges } from '#tracking/link_changes'
import { lookUp } from '#tracking/link_cache'
import { queue } from '#queue/queue'
import { queueOn } from '#tests/unit/queue/support'
import { makeProgram } from '#tests/support/world'
import { visit } from '#tests/functional/tracking/visits'
import type { LinkTarget } from '#tracking/link_target'

type Program = Awaited<ReturnType<typeof makeProgram>>

const changes: [string, (program: Program) => Promise<unknown>, Partial<LinkTarget>][] = [
  [
    'a link',
    ({ link }) => link.change({ destinationUrl: 'https://a.example/' }, system),
    { destinationUrl: 'https://a.example/' },
  ],
  [
    'the terms of a campaign',
    ({ campaign }) => campaign.change({ destinationUrl: 'https://b.example/' }, system),
    { campaignUrl: 'https://b.example/' },
  ],
  [
    'the state of a campaign',
    ({ campaign }) => campaign.pause(system),
    { campaignState: 'paused' },
  ],
  [
    'the state of an affiliate',
    ({ affiliate }) => affiliate.suspend(system, 'fraud'),
    { affiliateState: 'suspended' },
  ],
  [
    'the cookie days of a workspace',
    ({ workspace }) => workspace.change({ cookieDays: 3 }, system),
    { cookieDays: 3 },
  ],
]

test.group('What the redirect knows of links', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const [what, change, expected] of changes) {
    test(`a change of ${what} is known at once`, async ({ assert }) => {
      const program = await makeProgram()
      await lookUp(program.link.refParam)
      await change(program)
      assert.containSubset(await lookUp(program.link.refParam), expected)
    })
  }

  test('a link that was asked for too early is followed as soon as it is made', async ({
    assert,
  }) => {
    const { affiliate, campaign } = await makeProgram()
    const before = await visit('/r/soon-to-be')
    assert.equal(before.status, 404)
    const link = await Link.make(affiliate, campaign, { refParam: 'soon-to-be' }, system)
    const made = await visit('/r/soon-to-be')
    assert.equal(made.status, 302)

    const unused = await Link.make(affiliate, campaign, { refParam: 'unused' }, system)
    assert.isNotNull(await lookUp('unused'))
    await unused.remove(system)
    assert.isNull(await lookUp('unused'))
    assert.isNotNull(await lookUp(link.refParam))
  })

  test('a change that is rolled back is not told of', async ({ assert }) => {
    const { link } = await makeProgram()
    const known = await lookUp(link.refParam)
    const changing = atomically(async () => {
      await link.change({ destinationUrl: 'https://never.example/' }, system)
      throw new Error('on purpose')
    })
    await assert.rejects(() => changing, 'on purpose')
    assert.strictEqual(lookUp(link.refParam), known)
  })

  test('other processes hear of it over Redis', async ({ assert, cleanup }) => {
    const { link } = await makeProgram()
    const other = queueOn(process.env.REDIS_URL, { prefix: queue.config.prefix })
    cleanup(() => other.close())
    const heard = Promise.withResolvers<string[]>()
    listen('link-changes', heard.resolve, other)
    await other.connections.get('listener').ping()
    await link.change({ destinationUrl: 'https://a.example/' }, system)
    assert.deepEqual(await heard.promise, [link.id])
  })

  test('and forget what they knew', async ({ assert, cleanup }) => {
    const { link } = await makeProgram()
    const known = await lookUp(link.refParam)
    hearOfChanges()
    const other = queueOn(process.env.REDIS_URL, { prefix: queue.config.prefix })
    cleanup(() => other.close())
    await queue.connections.get('listener').ping()
    const heard = new Promise((told) => queue.connections.get('listener').once('message', told))
    broadcast('link-changes', [link.id], other)
    await heard
    assert.notStrictEqual(await lookUp(link.refParam), known)
  })
})
