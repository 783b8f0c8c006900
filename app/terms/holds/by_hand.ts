import type { Hold } from '#terms/holds/hold'

/** Never by itself: `commission.hold` gives this reason. */
export const byHand: Hold = {
  sentence: 'A person held it.',
  settledBy: 'The history says who held it and why. Release it when that is cleared up.',
  holds: () => false,
}
