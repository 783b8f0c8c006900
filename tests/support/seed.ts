/** How much more than in `npm test` is tried. */
export const scale = Number(process.env.TEST_SCALE ?? 1)

/**
 * What random choices of tests begin with: the same each time, so that a change is judged by the change; a longer
 * run tries others. TEST_SEED repeats those of a seed.
 */
export const seed = Number(
  process.env.TEST_SEED ?? (scale > 1 ? Date.now() % 1_000_000 : 20_260_320)
)
