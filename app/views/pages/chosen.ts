import { backOf } from '#http/back'
import { sum } from '#money/arithmetic'
import { formatMoney } from '#money/format'
import type { HttpContext } from '@adonisjs/core/http'

/** As many as a page of a list shows at most. */
const MOST = 100

/** What a confirm page says of the rows that were chosen from a list. */
export interface Chosen {
  /** Those that the deed can be done to. */
  ids: string[]
  /** How many of the chosen stay as they are. */
  others: number
  affiliates: number
  /** What they come to, such as `$412.50 and €20.00`. */
  sums: string
}

interface Row {
  id: string
  state: string
  affiliateId?: string
  amount?: number
  currency?: string
}

/** The ids that a bulk bar was used on. */
export function chosenIds({ request }: HttpContext): string[] {
  const ids = [request.qs().ids ?? []].flat().map(String)
  return [...new Set(ids)].slice(0, MOST)
}

/** What a deed on these rows is about: those that are in a state for it. Cancelling goes back to the list. */
export function chosenPage(ctx: HttpContext, rows: Row[], states: readonly string[], list: string) {
  const fit = rows.filter(({ state }) => states.includes(state))
  const chosen: Chosen = {
    ids: fit.map(({ id }) => id),
    others: chosenIds(ctx).length - fit.length,
    affiliates: new Set(fit.map(({ affiliateId }) => affiliateId)).size,
    sums: sumsOf(fit),
  }
  return { chosen, back: backOf(ctx, list) }
}

function sumsOf(rows: Row[]) {
  const priced = rows.filter(({ currency }) => currency !== undefined)
  const byCurrency = Map.groupBy(priced, ({ currency }) => currency!)
  return [...byCurrency]
    .map(([currency, some]) => formatMoney(sum(some.map(({ amount }) => amount ?? 0)), currency))
    .join(' and ')
}
