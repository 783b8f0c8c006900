import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import Commission from '#models/commission'
import Referral from '#models/referral'
import { recordConversion } from '#tracking/record_conversion'
import { makeProgram } from '#tests/support/world'
import type { ConversionInput } from '#tracking/input'
import type Workspace from '#models/workspace'

const email = 'bo@example.com'

test.group('A customer who comes under another id with the same e-mail', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function tell(
    workspace: Workspace,
    told: Partial<ConversionInput> & { customerId: string }
  ) {
    const { customerId, ...rest } = told
    const customer = { externalId: customerId, email }
    const sale = { externalId: `of ${customerId}`, amount: 9_900, currency: 'USD', customer }
    const { conversion } = await recordConversion(workspace, { ...sale, ...rest }, system)
    return {
      conversion,
      referral: await Referral.find(conversion.referralId ?? ''),
      commissions: await Commission.query().where('conversion_id', conversion.id),
    }
  }

  function tellLead(workspace: Workspace, customerId: string, ref?: string) {
    const lead = { externalId: `lead ${customerId}`, kind: 'lead' as const, amount: 0 }
    return tell(workspace, { ...lead, currency: undefined, customerId, ref })
  }

  test('is the affiliate’s who brought them', async ({ assert }) => {
    const { workspace, affiliate, link } = await makeProgram()
    await tellLead(workspace, 'phone', link.refParam)
    const { conversion, referral, commissions } = await tell(workspace, { customerId: 'user-17' })
    assert.containSubset(conversion, { affiliateId: affiliate.id, attributedBy: 'referral' })
    assert.match(conversion.explanation!, /^their e-mail is of a customer of this affiliate since /)
    assert.containSubset(referral, { customerExternalId: 'user-17', linkId: link.id })
    assert.deepEqual(
      commissions.map(({ state }) => state),
      ['pending']
    )
  })

  test('whose e-mail a browser told alone is looked at by a person first', async ({ assert }) => {
    const { workspace, link } = await makeProgram()
    const lead = { externalId: 'lead', kind: 'lead' as const, amount: 0, currency: undefined }
    await tell(workspace, {
      ...lead,
      ...{ customerId: 'email:bo', ref: link.refParam, source: 'browser' },
    })
    const first = await tell(workspace, { customerId: 'user-17' })
    const again = { customerId: 'user-17', externalId: 'again', amount: 5_000 }
    const second = await tell(workspace, again)
    const holds = ({ commissions }: typeof first) =>
      commissions.map(({ state, heldReasons }) => [state, ...heldReasons.map(({ code }) => code)])
    assert.deepEqual([holds(first), holds(second)], [[['held', 'browser_lead']], [['pending']]])
  })

  test('earns no second lead, and no new beginning of what ends after a time', async ({
    assert,
  }) => {
    const { workspace, link } = await makeProgram({ duration: { type: 'first' } })
    await tell(workspace, { customerId: 'phone', ref: link.refParam })
    const lead = await tellLead(workspace, 'user-17')
    assert.include(lead.conversion.explanation!, 'only the first lead pays')
    const sale = await tell(workspace, { customerId: 'user-17' })
    assert.isNotNull(sale.conversion.affiliateId)
    assert.isEmpty(sale.commissions)
  })

  test('whoever else is named goes before', async ({ assert }) => {
    const { workspace, link } = await makeProgram()
    await tellLead(workspace, 'phone', link.refParam)
    const { conversion } = await tell(workspace, { customerId: 'user-17', ref: link.refParam })
    assert.equal(conversion.attributedBy, 'ref')
  })

  test('a denied referral brings nobody else, nor does a lead that is over', async ({ assert }) => {
    const { workspace, link } = await makeProgram({ cookieDays: 10 })
    const { referral } = await tellLead(workspace, 'phone', link.refParam)
    const later = clock.now().plus({ days: 11 })
    const late = await tell(workspace, { customerId: 'late', occurredAt: later })
    assert.isNull(late.conversion.affiliateId)

    await referral!.deny({ reason: 'fraud', voidCommissions: false }, system)
    const { conversion } = await tell(workspace, { customerId: 'user-17' })
    assert.isNull(conversion.affiliateId)
  })
})
