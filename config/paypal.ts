import env from '#start/env'

const elsewhere = env.get('PAYPAL_API_URL')

/** Where PayPal's API is. Nobody but this instance's owner can point it elsewhere; tests do. */
const paypalConfig = {
  urls: {
    live: elsewhere ?? 'https://api-m.paypal.com',
    sandbox: elsewhere ?? 'https://api-m.sandbox.paypal.com',
  },
  /** Ends a call that takes too long. */
  patience: () => AbortSignal.timeout(30_000),
}

export default paypalConfig
