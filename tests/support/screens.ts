import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/clock'
import type Workspace from '#models/workspace'

/** What no person opens, or what leads on at once: for programs, monitors and visitors; and what no production has. */
const NO_SCREEN = /^\/(api\/|compat\/|health\/|r\/|t\.js$|postback$|tracking\/check$|styleguide$)/

/** Those that need no sign-in. Their tokens come from a mail or the terminal. */
const OUTSIDE = /^\/(setup|login|password_reset|join)/

/** The table of what stands in an address after its name, where it is not called so. */
const TABLES: Record<string, string> = { rules: 'commission_rules', members: 'memberships' }

/** The column of rows that stand below another in an address. */
const OWNERS: Record<string, string> = { rules: 'campaign_id', reconciliations: 'run_id' }

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

/** The addresses of these patterns for rows of this workspace, of each state that it has. */
export async function screensOf(workspace: Workspace, which: 'inside' | 'outside' = 'inside') {
  const rows = new Rows(workspace)
  const screens: { pattern: string; address: string }[] = []
  for (const pattern of patternsOf(which))
    for (const address of await addressesOf(pattern, rows)) screens.push({ pattern, address })
  return screens
}

async function addressesOf(pattern: string, rows: Rows): Promise<string[]> {
  const { bulk } = /^\/(?<bulk>\w+)\/bulk\//.exec(pattern)?.groups ?? {}
  if (bulk) return [`${pattern}?${(await rows.of(bulk)).map(({ id }) => `ids[]=${id}`).join('&')}`]

  const parts = pattern.split('/')
  let found: { address: string[]; of: Row }[] = [{ address: [], of: {} }]
  for (const [at, part] of parts.entries()) {
    if (!part.startsWith(':')) {
      for (const { address } of found) address.push(part)
      continue
    }
    const next: typeof found = []
    for (const { address, of } of found)
      for (const row of await rows.under(parts[at - 1], of))
        next.push({ address: [...address, row.id], of: row })
    found = next
  }
  return found.map(({ address }) => address.join('/') || '/')
}

/** The rows of a workspace that are opened: the newest of each kind and state. */
class Rows {
  #known = new Map<string, Row[]>()

  constructor(private workspace: Workspace) {}

  /** What can stand after this part of an address, when the row before it is this. */
  async under(name: string, above: Row): Promise<Row[]> {
    if (name === 'statements') return [{ id: clock.now().toFormat('yyyy-MM') }]
    if (name === 'files') {
      const files = await db.from('payment_files').where('run_id', above.id)
      return files.map(({ format }) => ({ id: format }))
    }
    const rows = await this.of(name)
    const owner = OWNERS[name]
    return owner ? rows.filter((row) => row[owner] === above.id) : rows
  }

  async of(name: string): Promise<Row[]> {
    const known = this.#known.get(name) ?? (await this.#load(name))
    this.#known.set(name, known)
    return known
  }

  async #load(name: string) {
    const rows: Row[] = await db
      .from(TABLES[name] ?? name)
      .where('workspace_id', this.workspace.id)
      .orderBy('id', 'desc')
    const byState = Map.groupBy(rows, ({ state, kind }) => `${state} ${kind}`)
    return [...byState.values()].map(([newest]) => newest)
  }
}
