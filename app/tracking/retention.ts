import db from '@adonisjs/lucid/services/db'
import { InvalidFieldsException } from '#exceptions/errors'
import type Campaign from '#models/campaign'
import type Workspace from '#models/workspace'

/**
 * A click counts for its cookie days: it is kept for at least so long.
 *
 * @throws InvalidFieldsException on what was changed
 */
export async function refuseEarlyPruning(workspace: Workspace) {
  const { id, cookieDays, clickRetentionDays: kept, $dirty: changed } = workspace
  const { days } = await db
    .from('campaigns')
    .where('workspace_id', id)
    .max('cookie_days as days')
    .firstOrFail()
  const longest = Math.max(cookieDays, Number(days ?? 0))
  if (kept >= longest) return
  if ('clickRetentionDays' in changed)
    refuse('click_retention_days', `Clicks count for up to ${longest} days: keep them so long.`)
  if ('cookieDays' in changed) refuseCookie(kept)
}

/** @throws InvalidFieldsException for cookie days that are more than clicks are kept */
export async function refuseLongCookie({ workspaceId, cookieDays }: Campaign) {
  if (!cookieDays) return
  const { kept } = await db
    .from('workspaces')
    .where('id', workspaceId)
    .select('click_retention_days as kept')
    .firstOrFail()
  if (cookieDays > Number(kept)) refuseCookie(kept)
}

function refuseCookie(kept: number): never {
  refuse(
    'cookie_days',
    `Clicks are kept for ${kept} days. Keep them longer first, in the settings.`
  )
}

function refuse(field: string, sentence: string): never {
  throw InvalidFieldsException.on(field, 'retention', sentence)
}
