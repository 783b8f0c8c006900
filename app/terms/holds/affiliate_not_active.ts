import type { Hold } from '#terms/holds/hold'

/** The affiliate, or their enrollment in the campaign, was in any state but active. */
export const affiliateNotActive: Hold = {
  sentence: 'The affiliate was not active in the campaign when this occurred.',
  settledBy: 'Let the affiliate in: what is held for this alone is released then. Or void it.',
  holds: ({ affiliateState, enrollmentState }) =>
    affiliateState !== 'active' || enrollmentState !== 'active',
}
