/** How often a property is tried: more with TEST_SCALE, as in `npm run test:long`. */
export const runs = { numRuns: 100 * Number(process.env.TEST_SCALE ?? 1) }
