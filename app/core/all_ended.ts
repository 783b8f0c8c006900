/**
 * What came of all, once each has ended: of work that shares a transaction, what came after the rollback would be
 * stored without it.
 *
 * @throws what the first that was refused was refused with
 */
export async function allEnded<T>(works: Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(works)
  return Promise.all(works)
}
