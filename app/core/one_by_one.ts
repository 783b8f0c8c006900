import logger from '@adonisjs/core/services/logger'

/**
 * Does the work for each, and goes on when it fails for one: a single broken row must not keep all others
 * waiting. What failed is logged, and thrown together at the end, so that the job counts as failed.
 */
export async function oneByOne<T extends { id: string }>(
  items: T[],
  work: (item: T) => Promise<unknown>
) {
  const errors: unknown[] = []
  for (const item of items) {
    try {
      await work(item)
    } catch (error) {
      logger.error({ err: error, id: item.id }, 'Failed for one; the others go on')
      errors.push(error)
    }
  }
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1)
    throw new AggregateError(errors, `Failed for ${errors.length} of ${items.length}`)
}
