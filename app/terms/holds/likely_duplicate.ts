import type { Hold } from '#terms/holds/hold'

/** The same customer bought the same for the same amount moments before or after, under another external_id. */
export const likelyDuplicate: Hold = {
  sentence: 'It looks like a conversion that was recorded before.',
  settledBy:
    'Compare it with the other one of this customer. Void it when one order was sent twice; release it when there are two.',
  holds: ({ minutesFromAlike, limits }) =>
    minutesFromAlike !== null && minutesFromAlike < limits.duplicate_minutes,
}
