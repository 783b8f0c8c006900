import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import type Workspace from '#models/workspace'

/** What no person opens: for programs, monitors and browsers of visitors; and what no production has. */
const NO_SCREEN = /^\/(api\/|health\/|r\/|t\.js$|styleguide$)/

/** Those that need no sign-in. Their tokens come from a mail or the terminal. */
const OUTSIDE = /^\/(setup|login|password_reset)/

/** The table of what stands in an address after its name, where it is not called so. */
const TABLES: Record<string, string> = { rules: 'commission_rules' }

type Row = Record<string, string>

/** Every address of the console that GET answers, as the router has them: a new one is here by itself. */
export function patternsOf(which: 'inside' | 'outside'): string[] {
  const routes = Object.values(router.toJSON()).flat()
  return routes
    .filter(({ methods }) => methods.includes('GET'))
    .map(({ pattern }) => pattern)
    .filter((pattern) => !NO_SCREEN.test(pattern))
    .filter((pattern) => OUTSIDE.test(pattern) === (which === 'outside'))
}

/** The addresses of a pattern for rows of this workspace, of each state that it has; none where it has no row. */
export async function addressesOf(pattern: string, workspace: Workspace): Promise<string[]> {
  const { bulk } = /^\/(?<bulk>\w+)\/bulk\//.exec(pattern)?.groups ?? {}
  if (bulk) {
    const rows = await rowsOf(bulk, workspace)
    return [`${pattern}?${rows.map(({ id }) => `ids[]=${id}`).join('&')}`]
  }

  const parts = pattern.split('/')
  let found: { address: string[]; of: Row }[] = [{ address: [], of: {} }]
  for (const [at, part] of parts.entries()) {
    if (!part.startsWith(':')) {
      for (const { address } of found) address.push(part)
      continue
    }
    const next: typeof found = []
    for (const { address, of } of found)
      for (const row of await valuesOf(parts[at - 1], workspace, of))
        next.push({ address: [...address, row.id], of: row })
    found = next
  }
  return found.map(({ address }) => address.join('/') || '/')
}

/** What can stand after this part of an address, under the row before it. */
async function valuesOf(name: string, workspace: Workspace, under: Row): Promise<Row[]> {
  if (name === 'statements') return [{ id: clock.now().toFormat('yyyy-MM') }]
  if (name === 'files') {
    const files = db.from('payment_files').where('run_id', under.id)
    return (await files).map(({ format }) => ({ id: format }))
  }
  const rows = await rowsOf(name, workspace)
  return name === 'rules' ? rows.filter(({ campaign_id: id }) => id === under.id) : rows
}

async function rowsOf(name: string, workspace: Workspace): Promise<Row[]> {
  const rows: Row[] = await db
    .from(TABLES[name] ?? name)
    .where('workspace_id', workspace.id)
    .orderBy('id', 'desc')
  const byState = Map.groupBy(rows, ({ state, kind }) => `${state} ${kind}`)
  return [...byState.values()].map(([newest]) => newest)
}
