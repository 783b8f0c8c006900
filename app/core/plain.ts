import { clock } from '#core/clock'
import { newId, type Prefix } from '#core/ids'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

/**
 * A row without its model: its columns under the model's names and nothing else, which a model can stand for. For
 * thousands of rows at once: Lucid's objects answer each question through a proxy.
 */
export type Plain<Row extends { $columns: readonly string[] }> = Pick<
  Row,
  Row['$columns'][number] & keyof Row
>

export type RowOf<Model extends LucidModel> = InstanceType<Model> & { $columns: readonly string[] }

/** A model of #core/row. */
export type PlainModel = LucidModel & { idPrefix: Prefix }

/** A row as `Model.create` makes it, but for the insert. */
export function newPlain<Model extends PlainModel>(
  model: Model,
  values: Partial<RowOf<Model>>
): Plain<RowOf<Model>> {
  const now = clock.now()
  const row: Record<string, unknown> = { ...blankOf(model) }
  const given = values as Record<string, unknown>
  for (const name in given) row[name] = given[name] ?? null
  row.id ??= newId(model.idPrefix)
  row.createdAt ??= now
  row.updatedAt ??= now
  return row as Plain<RowOf<Model>>
}

/** A row as the database answered it. */
export function plainOf<Model extends LucidModel>(
  model: Model,
  stored: Record<string, unknown>
): Plain<RowOf<Model>> {
  const row: Record<string, unknown> = {}
  for (const [name, { columnName, consume }] of model.$columnsDefinitions) {
    const value = stored[columnName]
    row[name] = consume ? consume(value, name, undefined as never) : value
  }
  return row as Plain<RowOf<Model>>
}

/** The model of a row that is stored by now. */
export function modelOf<Model extends LucidModel>(
  model: Model,
  row: Plain<RowOf<Model>>
): InstanceType<Model> {
  const made: LucidRow = new model()
  made.$attributes = { ...row }
  made.$original = { ...row }
  made.$isPersisted = true
  return made as InstanceType<Model>
}

const blanks = new WeakMap<LucidModel, Record<string, null>>()

/** All columns of a model, and nothing in them. */
function blankOf(model: LucidModel) {
  const known = blanks.get(model)
  if (known) return known
  const blank = Object.fromEntries(
    [...model.$columnsDefinitions.keys()].map((name) => [name, null])
  )
  blanks.set(model, blank)
  return blank
}
