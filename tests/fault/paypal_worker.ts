import { workWhenTold } from '#tests/fault/worker'

/** A process of its own that sends what is to go through PayPal. Started by paypal_kill.spec.ts. */
await workWhenTold(async () => {
  const { sendBatches } = await import('#payouts/provider/send')
  return sendBatches
})
