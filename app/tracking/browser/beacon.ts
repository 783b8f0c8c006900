import { createHash } from 'node:crypto'
import { ForbiddenException, InvalidApiKeyException } from '#exceptions/errors'
import { refuseField } from '#http/answer'
import { hashOf, isWellFormed } from '#http/key_secret'
import ApiKey from '#models/api_key'
import { clickRow, newVisitorId } from '#tracking/click_row'
import { lookUp } from '#tracking/link_cache'
import { recordConversion } from '#tracking/record_conversion'
import { recorder } from '#tracking/recorder'
import type { Infer } from '@vinejs/vine/types'
import type Workspace from '#models/workspace'
import type { Visit } from '#tracking/click_row'
import type { beacon } from '#validators/tracking'

/** As the redirect and the snippet make them; your server may have named its own. */
const VISITOR = /^[0-9a-f]{32}$/

export type Beacon = Infer<typeof beacon>

/**
 * The key of a snippet, with its workspace.
 *
 * @throws InvalidApiKeyException for one that is not publishable, or does not work any more
 */
export async function publishableKey(secret: string): Promise<ApiKey> {
  const key = isWellFormed(secret)
    ? await ApiKey.query()
        .where({ hash: hashOf(secret), kind: 'publishable' })
        .preload('workspace')
        .first()
    : null
  if (!key?.usable) throw new InvalidApiKeyException('This is no publishable key that works.')
  return key
}

/**
 * The site that a browser speaks from.
 *
 * @throws ForbiddenException for one that is none of the workspace's
 */
export function siteOf({ snippet }: Workspace, origin: string | undefined): string {
  if (origin && snippet.sites.includes(origin)) return origin
  throw new ForbiddenException(
    'This site is none of the workspace. Its settings name those that are.'
  )
}

/** A visitor came to the site: by a link, and the click is stored already, or by an address that names one. */
export async function takeClick(workspace: Workspace, told: Beacon, visit: Visit) {
  const { ref, click_id: id } = told
  if (id) return visitorOf(workspace, id)
  if (!ref) refuseField('ref', 'A click names a link.')
  const target = await lookUp(ref.toLowerCase())
  if (target?.workspaceId !== workspace.id) refuseField('ref', 'There is no link with this ref.')
  const visitorId = visit.visitorId ?? newVisitorId()
  const row = clickRow(target, { ...visit, visitorId })
  await recorder.record(row)
  return { click_id: row[0], visitor_id: visitorId }
}

/** Whose click it is: what one browser does on both sites is one visitor's. */
async function visitorOf(workspace: Workspace, id: string) {
  const click = await workspace.related('clicks').query().where('id', id).first()
  if (!click) return refuseField('click_id', 'There is no click with this id.')
  const { visitorId } = click
  return { click_id: id, ...(VISITOR.test(visitorId) && { visitor_id: visitorId }) }
}

/**
 * What a browser says of a customer proves nothing, so what it earns is held. It is told nothing of what came of
 * it either, and the first word counts.
 */
export async function takeLead({ workspace, actor }: ApiKey, told: Beacon) {
  const { customer } = told
  const id = customer?.external_id ?? (customer?.email && idOfEmail(customer.email))
  if (!customer || !id) refuseField('customer', 'A lead needs external_id or email.')

  const externalId = `browser-lead:${id}`
  const known = await workspace
    .related('conversions')
    .query()
    .where('external_id', externalId)
    .first()
  if (known) return

  const { email, name } = customer
  const { click_id: clickId, visitor_id: visitorId, ref } = told
  await recordConversion(
    workspace,
    {
      ...{ externalId, kind: 'lead', amount: 0, source: 'browser', clickId, visitorId, ref },
      customer: { externalId: id, email, name },
    },
    actor
  )
}

/** A customer who has no id yet is named by their e-mail address, which nobody can read from it. */
function idOfEmail(email: string) {
  return `email:${createHash('sha256').update(email).digest('hex')}`
}
