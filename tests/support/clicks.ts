import { recordClick } from '#tracking/store_click'
import { targetOf } from '#tracking/link_target'
import type { Visit } from '#tracking/click_row'
import type Link from '#models/link'
import type Workspace from '#models/workspace'

/** A click that is stored. */
export async function storeClick(_workspace: Workspace, link: Link, visit: Visit) {
  return recordClick(await targetOf(link), visit)
}
