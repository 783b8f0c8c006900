import type { Hold } from '#terms/holds/hold'

/** The customer, or another with their e-mail, is bound to another affiliate: both may claim the sale. */
export const customerOfAnother: Hold = {
  sentence: 'The customer belongs to another affiliate.',
  settledBy: 'Decide who brought them: move their referral, or void this. Release it if both did.',
  holds: (facts) => facts.customerOfAnother,
}
