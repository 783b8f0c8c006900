import type { Verb } from '#http/resource'
import type { HttpContext } from '@adonisjs/core/http'

/** The language of another system's API, spoken for clients that were written for it. */
export interface Dialect {
  name: string
  /** What its clients set as the base URL, below this instance: /compat/affixo */
  base: string
  /** The header of a key, where it is not X-Api-Key. */
  keyHeader?: string
  /** One parameter of a query as the API calls it. Those that an action does not read are ignored. */
  asks?: (name: string, value: string) => [name: string, value: string]
  error: (refused: Refused) => { status: number; body: object }
  routes: Route[]
}

/** A path of a dialect, and the action that it is. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  /** The action of the list of resources, such as links.store: its permission and its controller. */
  does: `${string}.${Verb}`
  /** In place of the controller, where the dialect does more at once. */
  by?: (ctx: HttpContext) => Promise<Fields>
  /** The body as the action takes it. Fields that it does not know are ignored. */
  takes?: (body: Fields, ctx: HttpContext) => Fields | Promise<Fields>
  /** The action's answer as the dialect gives it. */
  gives: (answer: Fields, ctx: HttpContext) => object
  /** Where it is always the same. */
  status?: number
}

/** An object of JSON. */
export type Fields = Record<string, any>

/** A refusal as the API itself answers it. */
export interface Refused {
  status: number
  error: string
  code: string
  details?: unknown
}

/** The fields that were refused, where fields were. */
export function refusedFields({ code, details }: Refused): { field: string; rule: string }[] {
  return code === 'VALIDATION_ERROR' && Array.isArray(details) ? details : []
}

/** The permission that is lacking, or the field that is taken, where it is told. */
export function detailOf({ details }: Refused, name: 'need' | 'field'): string | undefined {
  return (details as Fields | undefined)?.[name]
}
