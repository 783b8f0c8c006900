import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import Click from '#models/click'
import { makeProgram } from '#tests/support/world'
import { clickIdOf, visit, type Answer } from '#tests/functional/tracking/visits'

async function markOf(answer: Answer) {
  const click = await Click.findOrFail(clickIdOf(answer))
  return click.mark
}

test.group('Clicks that do not count are redirected and marked', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a bot: {$self}')
    .with([
      'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
      'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
      'curl/8.5.0',
    ])
    .run(async ({ assert }, userAgent) => {
      const { link } = await makeProgram()
      const answer = await visit(`/r/${link.refParam}`, { 'User-Agent': userAgent })
      assert.equal(answer.status, 302)
      const click = await Click.findOrFail(clickIdOf(answer))
      assert.equal(click.mark, 'bot')
      assert.equal(click.userAgent, userAgent)
    })

  test('whoever does not say what they are is a bot', async ({ assert }) => {
    const { link } = await makeProgram()
    const answer = await visit(`/r/${link.refParam}`, { 'User-Agent': '' })
    assert.equal(answer.status, 302)
    assert.equal(await markOf(answer), 'bot')
  })

  test('a prefetch, as told in way {$i}')
    .with([
      { 'Sec-Purpose': 'prefetch;prerender' },
      { Purpose: 'prefetch' },
      { 'X-Purpose': 'preview' },
      { 'X-Moz': 'prefetch' },
    ])
    .run(async ({ assert }, headers) => {
      const { link } = await makeProgram()
      const answer = await visit(`/r/${link.refParam}`, headers)
      assert.equal(answer.status, 302)
      assert.equal(await markOf(answer), 'prefetch')
    })

  test('a request for headers alone', async ({ assert }) => {
    const { link } = await makeProgram()
    const answer = await visit(`/r/${link.refParam}`, {}, 'HEAD')
    assert.equal(answer.status, 302)
    assert.equal(answer.body, '')
    assert.equal(await markOf(answer), 'prefetch')
  })

  test('a campaign that is {$self}')
    .with(['paused', 'archived', 'draft'] as const)
    .run(async ({ assert }, state) => {
      const { link } = await makeProgram({ state })
      const answer = await visit(`/r/${link.refParam}`)
      assert.equal(answer.to.origin, 'https://shop.example.com')
      assert.equal(await markOf(answer), 'campaign_not_active')
    })

  test('an affiliate who is suspended', async ({ assert }) => {
    const { affiliate, link } = await makeProgram()
    await affiliate.suspend(system, 'fraud')
    const answer = await visit(`/r/${link.refParam}`)
    assert.equal(answer.status, 302)
    assert.equal(await markOf(answer), 'affiliate_not_active')
  })
})
