import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import SourceEvent from '#models/source_event'
import { signedIn } from '#tests/support/session'
import { paidCheckout, signingSecret, take } from '#tests/support/stripe'
import { makeProgram } from '#tests/support/world'

test.group('Pages of tracking', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('show what stands there, and no secret', async ({ assert }) => {
    const { workspace, owner, link } = await makeProgram()
    const stripe = { signing_secret: signingSecret, with_tax: false, test_mode: false }
    await workspace.connect('stripe', stripe, system)
    await workspace.connect('postback', { secret: 'a secret of postbacks' }, system)
    await take(workspace, paidCheckout())
    const event = await SourceEvent.findByOrFail('workspace_id', workspace.id)
    const shown = {
      '/tracking': `"ref": "${link.refParam}"`,
      '/tracking?language=python': `'ref': '${link.refParam}'`.replaceAll("'", '"'),
      '/tracking/check?since=2026-01-01T00:00:00Z': 'Waiting for a click',
      '/sources/stripe': `/in/stripe/${workspace.id}`,
      '/sources/postback': `account_id=${workspace.id}`,
      '/source_events': 'checkout.session.completed',
      [`/source_events/${event.id}`]: 'payment_intent',
    }
    const console = await signedIn(owner)
    for (const [path, text] of Object.entries(shown)) {
      const html = (await console.page(path)).replaceAll('&quot;', '"').replaceAll('&amp;', '&')
      assert.include(html, text, path)
      assert.notInclude(html, signingSecret)
      assert.notInclude(html, 'a secret of postbacks')
    }
  })
})
