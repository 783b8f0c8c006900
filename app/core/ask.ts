import { dialect } from '#config/database'
import { onPostgres, type Statement } from '#core/on_postgres'
import { onSqlite } from '#core/on_sqlite'
import { modelOf, plainOf, type Plain, type RowOf } from '#core/plain'
import type { LucidModel } from '@adonisjs/lucid/types/model'

type Row = Record<string, unknown>

/** What is asked of the database, and how each of its rows is read. An empty list asks nothing. */
export type Question<R> = (Statement & { read: (row: Row) => R }) | []

type Answers<Q extends readonly Question<unknown>[]> = {
  [At in keyof Q]: Q[At] extends Question<infer R> ? R[] : never
}

/**
 * Asks what comes with every conversion, in this order: on PostgreSQL all at once, so what is locked first is read
 * after. Its texts are few.
 */
export async function ask<const Q extends readonly Question<unknown>[]>(
  ...questions: Q
): Promise<Answers<Q>> {
  const asked = questions.filter((question) => 'sql' in question)
  const answers = dialect === 'postgres' ? await onPostgres(asked) : await onSqlite(asked)
  return questions.map((question) => {
    if (!('sql' in question)) return []
    return answers.shift()!.map((row) => question.read(row))
  }) as Answers<Q>
}

/** The same, after these, whose answers nobody needs. */
export async function askAfter<const Q extends readonly Question<unknown>[]>(
  first: Question<unknown>[],
  ...questions: Q
): Promise<Answers<Q>> {
  const answers: readonly unknown[][] = await ask(...first, ...questions)
  return answers.slice(first.length) as Answers<Q>
}

/** Rows of a model, without it. */
export function plainsWhere<Model extends LucidModel>(
  model: Model,
  where: string,
  values: unknown[]
): Question<Plain<RowOf<Model>>> {
  return plainsFrom(model, { from: `${model.table} where ${where}`, values })
}

/** Rows of a model that has verbs or terms. */
export function modelsWhere<Model extends LucidModel>(
  model: Model,
  where: string,
  values: unknown[]
): Question<InstanceType<Model>> {
  return modelsFrom(model, { from: `${model.table} where ${where}`, values })
}

/** What comes after `from` in a statement, and its values. */
export interface From {
  from: string
  values: unknown[]
}

/** Rows of a model, without it; null asks nothing. */
export function plainsFrom<Model extends LucidModel>(
  model: Model,
  from: From | null
): Question<Plain<RowOf<Model>>> {
  return from ? rowsFrom(model, from, (row) => plainOf(model, row)) : []
}

/** Rows of a model that has verbs or terms; null asks nothing. */
export function modelsFrom<Model extends LucidModel>(
  model: Model,
  from: From | null
): Question<InstanceType<Model>> {
  return from ? rowsFrom(model, from, (row) => modelOf(model, plainOf(model, row))) : []
}

function rowsFrom<R>(model: LucidModel, { from, values }: From, read: (row: Row) => R) {
  return { sql: `select ${columnsOf(model)} from ${from}`, values, read }
}

/** For a statement that names them, of a table under this name. */
export function columnsOf(model: LucidModel, table = model.table) {
  const columns = [...model.$columnsDefinitions.values()]
  return columns.map(({ columnName }) => `${table}.${columnName}`).join(', ')
}
