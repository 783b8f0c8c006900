import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { examine } from '#core/examine'
import { base } from '#tests/support/api'
import { later, makeProgram } from '#tests/support/world'
import { visit } from '#tests/functional/tracking/visits'
import { lostClicks, tellLost } from '#tracking/lost_clicks'

async function whatDoctorSays() {
  const findings = await examine()
  return findings.find(({ name }) => name === 'clicks')!
}

test.group('Clicks that were lost', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('none is well, some are told of and are wrong for a week', async ({ assert }) => {
    assert.containSubset(await whatDoctorSays(), { ok: true, says: 'None was ever lost.' })
    await tellLost(3)
    await tellLost(4)
    assert.equal((await lostClicks())!.count, 7)
    const told = await whatDoctorSays()
    assert.isFalse(told.ok)
    assert.include(told.says, '7 were lost so far')
    const weekLater = await later(8, whatDoctorSays)
    assert.isTrue(weekLater.ok)
  })

  test('GET /health/ready tells what became of the clicks of this process', async ({ assert }) => {
    const { link } = await makeProgram()
    const ask = async () => {
      const response = await fetch(`${base}/health/ready`)
      return (await response.json()) as { clicks: Record<string, number> }
    }
    const before = await ask()
    await visit(`/r/${link.refParam}`)
    const { clicks } = await ask()
    assert.equal(clicks.recorded, before.clicks.recorded + 1)
    assert.containSubset(clicks, { clicks_spilled: 0, clicks_lost: 0, oldest_unflushed_ms: 0 })
  })
})
