import type { Hold } from '#terms/holds/hold'

/** The conversion is of more than its campaign's limit, which is per currency or none. */
export const aboveLimit: Hold = {
  sentence: 'The amount is above what this campaign pays without a look.',
  settledBy: 'Look the order up in your shop. Release it when it is real and paid.',
  holds: ({ amount, currency, holdAbove }) =>
    holdAbove[currency] !== undefined && amount > holdAbove[currency],
}
