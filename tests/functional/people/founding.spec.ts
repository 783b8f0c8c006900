import { test } from '@japa/runner'
import Workspace from '#models/workspace'
import { emptyDatabase } from '#tests/support/empty_database'
import { makeUser } from '#tests/support/world'

test.group('Workspaces', (group) => {
  group.each.teardown(emptyDatabase)

  test('of one name can be founded at once', async ({ assert }) => {
    const owners = [await makeUser(), await makeUser(), await makeUser()]
    const founded = owners.map((owner) =>
      Workspace.found(owner, { name: 'Northwind', currency: 'USD', timezone: 'UTC' })
    )
    const slugs = (await Promise.all(founded)).map(({ slug }) => slug)
    assert.sameMembers(slugs, ['northwind', 'northwind-2', 'northwind-3'])
  })
})
