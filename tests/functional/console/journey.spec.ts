import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import Link from '#models/link'
import Referral from '#models/referral'
import { recordConversion } from '#tracking/record_conversion'
import { referralPage } from '#views/pages/referral'
import { storeClick } from '#tests/support/clicks'
import { makeAffiliate, makeProgram } from '#tests/support/world'

const browser = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36'

test.group('The journey of a customer', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows every click of theirs, and which one counted', async ({ assert }) => {
    const { workspace, campaign, link } = await makeProgram()
    const other = await Link.make(await makeAffiliate(workspace), campaign, {}, system)
    const [visitorId, userAgent] = ['ab'.repeat(16), browser]
    // All in one millisecond, as a browser may that is sent on.
    const counted = await clock.at(clock.now(), async () => {
      const referrer = 'https://blog.example/'
      await storeClick(workspace, other, { visitorId, userAgent, referrer })
      const click = await storeClick(workspace, link, { visitorId, userAgent })
      await storeClick(workspace, other, { visitorId, userAgent: 'curl/8.5.0' })
      await storeClick(workspace, other, { visitorId: 'cd'.repeat(16), userAgent })
      return click
    })

    const { conversion } = await recordConversion(
      workspace,
      {
        ...{ externalId: 'order-1', amount: 9_900, currency: 'USD', clickId: counted.id },
        customer: { externalId: 'customer-1' },
      },
      system
    )
    const referral = await Referral.findOrFail(conversion.referralId)
    const { journey } = await referralPage(referral)
    const clicks = journey.filter(({ icon }) => icon === 'click')
    assert.deepEqual(
      clicks.map(({ text, note }) => `${text}: ${note}`),
      [
        `Clicked the link ${other.refParam}: Not counted: a bot.`,
        `Clicked the link ${link.refParam}: This one counted.`,
        `Clicked the link ${other.refParam}: From blog.example.`,
      ]
    )
  })
})
