import { createHash } from 'node:crypto'
import { ForbiddenException, InvalidApiKeyException } from '#exceptions/errors'
import { refuseField } from '#http/answer'
import { hashOf, isWellFormed } from '#http/key_secret'
import ApiKey from '#models/api_key'
import { clickRow } from '#tracking/click_row'
import { lookUp } from '#tracking/link_cache'
import { recordConversion } from '#tracking/record_conversion'
import { recorder } from '#tracking/recorder'
import type { Infer } from '@vinejs/vine/types'
import type Workspace from '#models/workspace'
import type { Visit } from '#tracking/click_row'
import type { beacon } from '#validators/tracking'

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

/** A visitor came to the site by an address that names a link. Answers the click's id. */
export async function takeClick(workspace: Workspace, { ref }: Beacon, visit: Visit) {
  if (!ref) refuseField('ref', 'A click names a link.')
  const target = await lookUp(ref.toLowerCase())
  if (target?.workspaceId !== workspace.id) refuseField('ref', 'There is no link with this ref.')
  const row = clickRow(target, visit)
  await recorder.record(row)
  return { click_id: row[0] }
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
