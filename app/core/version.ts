import { ConflictException } from '#exceptions/errors'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

type Versioned = LucidRow & { id: string; lockVersion: number }

/** @throws ConflictException when what a person had before them is not what the row has now */
export function refuseStale(row: Versioned, seen?: number) {
  if (seen === undefined || seen === row.lockVersion) return
  throw new ConflictException('This was changed meanwhile. Load it again.', {
    lock_version: row.lockVersion,
  })
}

/**
 * Counts a row's version up, in the transaction that changes it. Says `seen` which one the person had before
 * them; without it, whoever comes last wins.
 *
 * @throws ConflictException, with the version that it has now, when someone changed it since
 */
export async function countVersion(row: Versioned, seen?: number) {
  const model = row.constructor as LucidModel
  const same = model.query().where('id', row.id)
  if (seen !== undefined) same.where('lock_version', seen)
  const [counted] = (await same.increment('lock_version', 1)) as number[]

  const now = (await model.findOrFail(row.id)) as Versioned
  if (!counted) refuseStale(now, seen)
  row.lockVersion = now.lockVersion
}
