import db from '@adonisjs/lucid/services/db'
import { insideTransaction } from '#core/atomically'
import Click from '#models/click'
import { clickRow, columns, type ClickRow, type Visit } from '#tracking/click_row'
import { lookUp } from '#tracking/link_cache'
import { findTarget, type LinkTarget } from '#tracking/link_target'
import { recorder } from '#tracking/recorder'
import type Workspace from '#models/workspace'

/** The link of a workspace that a program names. A transaction sees what it did itself, so it asks the database. */
export async function targetOfRef(
  workspace: Workspace,
  refParam: string
): Promise<LinkTarget | null> {
  const target = await (insideTransaction() ? findTarget(refParam) : lookUp(refParam))
  return target?.workspaceId === workspace.id ? target : null
}

/** Stores a visit that a program tells of: in its transaction, else together with all that come at once. */
export async function recordClick(target: LinkTarget, visit: Visit): Promise<Click> {
  const row = clickRow(target, visit)
  if (insideTransaction()) await db.table('clicks').insert(named(row))
  else await recorder.record(row)
  return Click.$createFromAdapterResult({ ...named(row), country: null })!
}

function named(row: ClickRow) {
  return Object.fromEntries(columns.map((name, at) => [name, row[at]]))
}
