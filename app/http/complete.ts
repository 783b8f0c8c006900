import type { Row } from '#http/resource'

/** A model whose rows show more than their columns, such as counts. */
interface Completed {
  /** Loads that for all of some rows, in a number of queries that does not depend on how many they are. */
  complete?(rows: Row[]): Promise<void>
}

/** Loads what rows of one model show beside their columns. */
export async function complete(rows: Row[]) {
  if (rows.length > 0) await (rows[0].constructor as Completed).complete?.(rows)
}
