import db from '@adonisjs/lucid/services/db'
import { dialect } from '#config/database'
import type { Listing } from '#http/listing'
import type { Query } from '#http/paginate'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { BelongsToRelationContract } from '@adonisjs/lucid/types/relations'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

type Rows = DatabaseQueryBuilderContract

const onPostgres = dialect === 'postgres'

/** Beyond every letter. */
const LAST = '\u{10FFFF}'

/**
 * Leaves the rows with this id, or with the text in one of the columns. Each column is looked through by itself, so
 * that each may have its index: one `or` over all of them would read the whole table.
 *
 * @param within the id of the workspace, where the rows belong to one
 */
export function searchIn(
  query: Query,
  text: string,
  { search = [], begins = [] }: Pick<Listing, 'search' | 'begins'>,
  within?: string
) {
  const found = [
    rowsOf(query.model).where('id', text),
    ...search.map((name) =>
      looked(query.model, name, within, (rows, column) => holds(rows, column, text))
    ),
    ...begins.flatMap((name) =>
      [...new Set([text, text.toLowerCase()])].map((beginning) =>
        looked(query.model, name, within, (rows, column) => startsWith(rows, column, beginning))
      )
    ),
  ]
  query.whereIn('id', found[0].unionAll(found.slice(1)))
}

/** The ids of the rows that have this in a column of theirs, or of a related row. */
function looked(
  model: LucidModel,
  name: string,
  within: string | undefined,
  is: (rows: Rows, column: string) => Rows
): Rows {
  const [column, relation] = name.split('.').reverse()
  if (!relation) return is(ofWorkspace(rowsOf(model), model, within), column)

  const { foreignKey, relatedModel } = belongsTo(model, relation)
  const related = relatedModel()
  const key = model.$getColumn(foreignKey)!.columnName
  return rowsOf(model).whereIn(key, is(ofWorkspace(rowsOf(related), related, within), column))
}

function belongsTo(model: LucidModel, name: string) {
  const relation = model.$getRelation(name as never) as unknown as BelongsToRelationContract<
    LucidModel,
    LucidModel
  >
  relation.boot()
  return relation
}

function rowsOf(model: LucidModel): Rows {
  return db.from(model.table).select('id')
}

function ofWorkspace(rows: Rows, model: LucidModel, within: string | undefined): Rows {
  return within && model.$hasColumn('workspaceId') ? rows.where('workspace_id', within) : rows
}

/** SQLite's `like` knows no case; to lower what it looks at takes longer than to look. */
function holds(rows: Rows, column: string, text: string): Rows {
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const lowered = onPostgres ? 'lower(??)' : '??'
  return rows
    .whereNotNull(column)
    .whereRaw(String.raw`${lowered} like ? escape '\'`, [column, pattern])
}

/** By bytes, as the index of `beginnings` is sorted, and not as the language of a PostgreSQL is. */
function startsWith(rows: Rows, column: string, text: string): Rows {
  const [from, before] = onPostgres ? ['~>=~', '~<~'] : ['>=', '<']
  return rows
    .whereRaw(`?? ${from} ?`, [column, text])
    .whereRaw(`?? ${before} ?`, [column, text + LAST])
}
