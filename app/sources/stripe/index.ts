import { BadRequestException, NotFoundException } from '#exceptions/errors'
import { applied, ignored, type Source } from '#sources/source'
import { convert, promote } from '#sources/stripe/convert'
import { describe, type StripeEvent } from '#sources/stripe/event'
import { giveBack, takeBack } from '#sources/stripe/give_back'
import { read } from '#sources/stripe/read'
import { redact } from '#sources/stripe/redact'

/** Stripe, by webhooks: https://docs.stripe.com/webhooks. Its SDK is loaded when the first event comes. */
export const stripe: Source = {
  async verify({ sources }, body, header) {
    if (!sources.stripe) throw new NotFoundException('This workspace is not connected with Stripe.')
    const { Stripe } = await import('stripe')
    try {
      const signature = header('stripe-signature') ?? ''
      const event = Stripe.webhooks.constructEvent(body, signature, sources.stripe.signing_secret)
      return describe(event as unknown as StripeEvent)
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error
      if (/tolerance/.test(error.message))
        throw new BadRequestException(
          'This was signed more than 5 minutes ago: is the clock right?'
        )
      throw new BadRequestException('The signature is not that of the workspace’s signing secret.')
    }
  },

  async apply(event, workspace) {
    const settings = workspace.sources.stripe
    if (!settings) return ignored('the workspace is not connected with Stripe any more')
    const told: StripeEvent = JSON.parse(event.body)
    if (!told.livemode && !settings.test_mode)
      return ignored('it is of Stripe’s test mode, which the settings leave out')

    const deed = read(told, { withTax: settings.with_tax })
    if (deed.do === 'convert')
      return told.forgotten ? ignored('its customer is forgotten') : convert(workspace, deed)
    if (deed.do === 'refund') return giveBack(event, workspace, deed)
    if (deed.do === 'undo') return takeBack(workspace, deed)
    if (deed.do === 'nothing') return ignored(deed.because)
    const found = await promote(workspace, deed)
    return applied(found > 0 ? 'sales with this code were attributed' : 'its code is known now')
  },

  redact,
}
