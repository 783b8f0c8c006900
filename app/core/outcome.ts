/** What came of one of many. */
export type Outcome<T> = { answer: T } | { error: unknown }

export async function outcomeOf<T>(work: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { answer: await work() }
  } catch (error) {
    return { error }
  }
}
