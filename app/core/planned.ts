import { dialect } from '#config/database'
import type { Question } from '#core/ask'

/**
 * How PostgreSQL plans what it is asked in the rest of this transaction. It supposes ten of a list, and so plans a
 * statement that is given fewer anew each time, which takes longer than to do it. `once` keeps it from that; what is
 * asked of a span of time wants `forItsValues`, for it supposes a span to be short.
 */
export function planned(how: 'once' | 'forItsValues'): Question<unknown> {
  if (dialect !== 'postgres') return []
  return {
    sql: `select set_config('plan_cache_mode', ?, true)`,
    values: [how === 'once' ? 'force_generic_plan' : 'auto'],
    read: (row) => row,
  }
}
