import { onRecorded } from '#core/events'
import { isId } from '#core/ids'
import type { LucidModel } from '@adonisjs/lucid/types/model'

/** How long a row is taken for true, in milliseconds, and how many are kept. */
const LIFE = 1_000
const MOST = 1_000

/** What says who calls, and what they may. */
const kinds = ['key', 'mem', 'ws'] as const

interface Entry {
  row: Promise<InstanceType<LucidModel> | null>
  until: number
}

const entries = new Map<string, Entry>()

/**
 * A row that says who calls, from memory when it was read within the last second: of calls that come by the hundred
 * each second. What this process changes is known at once, what another changes after that second. Calls share the
 * row, so none may change it.
 */
export async function remembered<M extends LucidModel>(model: M, by: Record<string, string>) {
  const name = `${model.table} ${Object.values(by).join(' ')}`
  const row = await (fresh(name) ?? ask(name, model, by))
  return row as InstanceType<M> | null
}

export function forgetRemembered() {
  entries.clear()
}

/** Forgets all of it when any of them changes, which is seldom. */
onRecorded((ids) => {
  if (ids.some((id) => kinds.some((kind) => isId(id, kind)))) forgetRemembered()
})

function fresh(name: string) {
  const entry = entries.get(name)
  return entry && entry.until > performance.now() ? entry.row : undefined
}

function ask(name: string, model: LucidModel, by: Record<string, string>) {
  if (entries.size >= MOST) entries.clear()
  const row = model.query().where(by).first()
  entries.set(name, { row, until: performance.now() + LIFE })
  row.catch(() => entries.delete(name))
  return row
}
