import type { Hold } from '#terms/holds/hold'

/** Two affiliates of the workspace gave one account: of one person, or of a household. */
export const samePayoutAccount: Hold = {
  sentence: 'Another affiliate is paid to the same account.',
  settledBy:
    'Ask both affiliates. One household or company may share an account; one person with two affiliates may not.',
  holds: ({ sharesAccount }) => sharesAccount,
}
