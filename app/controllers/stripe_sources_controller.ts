import { refuseField } from '#http/answer'
import { take } from '#http/take'
import { stripeSource } from '#validators/tracking'
import { stripeOf } from '#views/pages/sources'
import type { HttpContext } from '@adonisjs/core/http'

export default class StripeSourcesController {
  /** GET /sources/stripe */
  show({ workspace, answer }: HttpContext) {
    return answer.plain(stripeOf(workspace))
  }

  /** PUT /sources/stripe */
  async update(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const { stripe } = workspace.sources
    const input = await take(ctx, stripeSource)
    const secret = input.signing_secret ?? stripe?.signing_secret
    if (!secret)
      refuseField('signing_secret', 'Stripe shows it beside the endpoint; it begins with whsec_.')
    const settings = { with_tax: false, test_mode: false, ...stripe, ...input }
    await workspace.connect('stripe', { ...settings, signing_secret: secret }, actor)
    return answer.done(stripeOf(workspace), {
      notice: stripe ? 'What Stripe tells was changed.' : 'Stripe is connected.',
      to: '/sources/stripe',
    })
  }

  /** DELETE /sources/stripe */
  async destroy({ workspace, actor, answer }: HttpContext) {
    await workspace.connect('stripe', null, actor)
    return answer.removed({ notice: 'Stripe is disconnected.', to: '/sources/stripe' })
  }
}
