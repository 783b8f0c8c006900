import { dialect } from '#config/database'
import type Campaign from '#models/campaign'

/**
 * Pieces of the same affiliates are recorded at once on PostgreSQL: each adds to what they have and asks nothing of
 * what others add. A tier or a cap asks what was sold and earned before, and so has its affiliates alone. Terms are
 * read with the affiliates that they are of, so which campaigns ask is learned: the first piece of one that does
 * begins anew.
 */
const asking = new Set<string>()

class AskedAlone extends Error {}

export function maySharePiecesOf(campaignIds: Set<string>) {
  return dialect === 'postgres' && asking.isDisjointFrom(campaignIds)
}

/** Ends a piece that shares its affiliates; its campaign's pieces do not share them from now on. */
export function askAlone({ id }: Campaign): never {
  asking.add(id)
  throw new AskedAlone()
}

/** Records a piece, and once more where it has to be alone. */
export async function againWhereAlone<T>(record: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await record()
    } catch (error) {
      if (!(error instanceof AskedAlone)) throw error
    }
  }
}
