import testUtils from '@adonisjs/core/services/test_utils'

/**
 * A new database under the same connection, for tests of what several transactions do at once: those cannot
 * be rolled back together, and triggers refuse to delete what they wrote.
 */
export async function emptyDatabase() {
  const revert = await testUtils.db().migrate()
  await revert()
  await testUtils.db().migrate()
}
