import db from '@adonisjs/lucid/services/db'
import { breathe } from '#core/begin'
import { missingTriggers } from '#database/schema_state'
import { checks } from '#ledger/checks/index'
import type { Break, Check, Look, Within } from '#ledger/checks/check'

/** Rows looked at with one query: what no other request notices. */
const PIECE = 5_000

export interface Checked {
  check: number
  name: string
  /** Rows looked at; one that several looks concern counts for each. */
  rows: number
  broken: number
}

export interface Findings {
  checked: Checked[]
  breaks: Break[]
  warnings: Break[]
}

export interface Verdict extends Findings {
  /** Triggers that ought to keep the books unchanged and are not there. */
  missingTriggers: string[]
}

interface Options {
  workspaceId?: string
  /** Told of each break and warning as it is found. */
  onBreak?: (found: Break) => unknown
}

/**
 * Looks at every row that money rests on and names each that breaks a rule of the books. It only
 * reads, piece by piece; each query sees one moment, so it may run beside everything else.
 */
export async function verifyLedger(options: Options = {}): Promise<Verdict> {
  return { ...(await runChecks(checks, options)), missingTriggers: await missingTriggers() }
}

/** Looks at every row by these checks alone. */
export async function runChecks(
  some: readonly Check[],
  { workspaceId, onBreak }: Options = {}
): Promise<Findings> {
  const findings: Findings = { checked: [], breaks: [], warnings: [] }
  for (const check of some) {
    const list = check.warns ? findings.warnings : findings.breaks
    const rows = await run(check, workspaceId, async (found) => {
      list.push(found)
      await onBreak?.(found)
    })
    const broken = list.filter((found) => found.check === check.number).length
    findings.checked.push({ check: check.number, name: check.name, rows, broken })
  }
  return findings
}

async function run(
  check: Check,
  workspaceId: string | undefined,
  tell: (found: Break) => Promise<unknown>
) {
  let rows = 0
  const looks = check.looks.filter(({ ofAll }) => !ofAll || !workspaceId)
  for (const look of looks) {
    for await (const piece of piecesOf(look, workspaceId)) {
      await breathe()
      rows += piece.rows
      for (const found of await look.broken(piece.within))
        await tell({ check: check.number, ...found })
    }
  }
  return rows
}

/** Cuts a table into pieces of neighbouring keys. */
async function* piecesOf({ table, by = 'id' }: Look, workspaceId: string | undefined) {
  const column = `${table}.${by}`
  const ofWorkspace: Within = (query) =>
    workspaceId ? query.where(`${table}.workspace_id`, workspaceId) : query
  const after = (query: Parameters<Within>[0], cursor: string | null) =>
    cursor === null ? query : query.where(column, '>', cursor)

  for (let cursor: string | null = null; ;) {
    const from: string | null = cursor
    const keys: ReturnType<Within> = after(ofWorkspace(db.from(table)), from).orderBy(column)
    const last: Record<string, string> | null = await keys
      .offset(PIECE - 1)
      .limit(1)
      .select(column)
      .first()
    const to: string | null = last?.[by] ?? null

    const within: Within = (query) => {
      const beyond = after(ofWorkspace(query), from)
      return to === null ? beyond : beyond.where(column, '<=', to)
    }
    const counted = await within(db.from(table)).count('* as rows').first()
    yield { within, rows: Number(counted.rows) }
    if (to === null) return
    cursor = to
  }
}
