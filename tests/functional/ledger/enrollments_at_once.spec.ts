import { test } from '@japa/runner'
import { system } from '#core/actor'
import Enrollment from '#models/enrollment'
import Link from '#models/link'
import { emptyDatabase } from '#tests/support/empty_database'
import { makeAffiliate, makeProgram } from '#tests/support/world'

test.group('Links made at once for somebody new to a campaign', (group) => {
  group.teardown(emptyDatabase)

  test('are all made, with one enrollment', async ({ assert }) => {
    const { workspace, campaign } = await makeProgram()
    const affiliate = await makeAffiliate(workspace)
    const making = Array.from({ length: 8 }, () => Link.make(affiliate, campaign, {}, system))
    const links = await Promise.all(making)
    assert.equal(new Set(links.map(({ refParam }) => refParam)).size, 8)
    assert.lengthOf(await Enrollment.query().where('affiliate_id', affiliate.id), 1)
  })
})
