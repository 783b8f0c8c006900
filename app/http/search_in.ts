import db from '@adonisjs/lucid/services/db'
import { among } from '#core/among'
import { dialect } from '#config/database'
import type { Listing } from '#http/listing'
import type { Query } from '#http/paginate'
import type { LucidModel } from '@adonisjs/lucid/types/model'
import type { BelongsToRelationContract } from '@adonisjs/lucid/types/relations'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

type Rows = DatabaseQueryBuilderContract

/** What a text finds, looked for once for all that is asked of it. */
export interface Found {
  /** Leaves what was found. */
  only: (query: Query) => unknown
  none: boolean
  /** More rows than are kept. */
  many: boolean
}

interface Search extends Pick<Listing, 'search' | 'begins' | 'is'> {
  /** The id of the workspace, where the rows belong to one. */
  within?: string
  /** For some rows in the order of a list: where many fit, they are met soon, and are not all looked for first. */
  inOrder?: boolean
}

/** One place that a text may be in: a column, of the row or of a related one, and how it is there. */
interface Place {
  column: string
  relation?: string
  is: (rows: Rows, column: string) => Rows
}

const onPostgres = dialect === 'postgres'

/** Beyond every letter. */
const LAST = '\u{10FFFF}'

/** Rows that are kept by their ids. */
export const kept = { most: 2_000 }

/**
 * Looks for the rows with this id, or with the text in one of the columns. Each column is looked through by itself, so
 * that each may have its index: one `or` over all of them would read the whole table.
 */
export async function search(model: LucidModel, text: string, about: Search): Promise<Found> {
  const places = placesOf(text, about)
  const [byId, ...others] = [
    rowsOf(model).where('id', text),
    ...places.map((place) => rowsAt(model, place, about.within)),
  ]
  const all = byId.unionAll(others)
  const rows = await all.clone().limit(kept.most + 1)
  if (rows.length <= kept.most) {
    const ids: string[] = rows.map(({ id }) => id)
    return {
      none: ids.length === 0,
      many: false,
      only: (query) => query.whereRaw(...among('id', ids)),
    }
  }
  return {
    none: false,
    many: true,
    only: (query) =>
      about.inOrder
        ? query.where((either) => inPlaces(either, text, places))
        : query.whereIn('id', all.clone()),
  }
}

function placesOf(
  text: string,
  { search: anywhere = [], begins = [], is: exactly = [] }: Search
): Place[] {
  const place = (name: string, is: Place['is']): Place => {
    const [column, relation] = name.split('.').reverse()
    return { column, relation, is }
  }
  const beginnings = [...new Set([text, text.toLowerCase()])]
  return [
    ...exactly.map((name) => place(name, (rows, column) => rows.where(column, text))),
    ...anywhere.map((name) => place(name, (rows, column) => holds(rows, column, text))),
    ...begins.flatMap((name) =>
      beginnings.map((beginning) =>
        place(name, (rows, column) => startsWith(rows, column, beginning))
      )
    ),
  ]
}

/** The ids of the rows that have it there. */
function rowsAt(model: LucidModel, place: Place, within: string | undefined): Rows {
  const { column, relation, is } = place
  if (!relation) return is(ofWorkspace(rowsOf(model), model, within), column)
  const { key, related } = belongsTo(model, relation)
  return rowsOf(model).whereIn(key, is(ofWorkspace(rowsOf(related), related, within), column))
}

/** Looked at row by row: PostgreSQL would read all of a related table for an `exists`. */
function inPlaces(query: Query, text: string, places: Place[]) {
  query.where('id', text)
  for (const { column, relation, is } of places) {
    if (!relation) query.orWhere((rows) => is(rows as never, column))
    else {
      const { key, related } = belongsTo(query.model, relation)
      const its = is(db.from(related.table), column).whereColumn(
        `${related.table}.id`,
        `${query.model.table}.${key}`
      )
      query.orWhereRaw('(?) = 1', [its.select(db.raw('1')) as never])
    }
  }
}

function belongsTo(model: LucidModel, name: string) {
  const relation = model.$getRelation(name as never) as unknown as BelongsToRelationContract<
    LucidModel,
    LucidModel
  >
  relation.boot()
  const key = model.$getColumn(relation.foreignKey)!.columnName
  return { key, related: relation.relatedModel() }
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
