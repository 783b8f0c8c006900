import db from '@adonisjs/lucid/services/db'
import { clickRow, columns, type Visit } from '#tracking/click_row'
import { targetOf } from '#tracking/link_target'
import type Click from '#models/click'
import type Link from '#models/link'
import type Workspace from '#models/workspace'

/** Stores a visit that a program tells of (`POST /track/click`), in the caller's transaction. */
export async function storeClick(workspace: Workspace, link: Link, visit: Visit): Promise<Click> {
  const row = clickRow(await targetOf(link), visit)
  await db.table('clicks').insert(Object.fromEntries(columns.map((name, at) => [name, row[at]])))
  return workspace.related('clicks').query().where('id', row[0]).firstOrFail()
}
