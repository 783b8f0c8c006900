import { isId } from '#core/ids'
import Campaign from '#models/campaign'
import Click from '#models/click'
import Coupon from '#models/coupon'
import Link from '#models/link'
import Referral, { IN_FORCE } from '#models/referral'
import type { ConversionInput } from '#tracking/input'
import type { ClickCandidate, NamedClick } from '#terms/attribution'
import type Workspace from '#models/workspace'
import type { DateTime } from 'luxon'

/** How many of a visitor's clicks are looked at: the newest and, for the first click, the oldest. */
const CLICKS = 100

/** Collects from the database all that may attribute a conversion; `attribute` of #terms decides. */
export async function gather(workspace: Workspace, input: ConversionInput, occurredAt: DateTime) {
  return {
    referral: await referralOf(workspace, input.customer.externalId),
    coupon: await couponOf(workspace, input.coupon),
    namedClick: await namedClick(workspace, input.clickId),
    visitorClicks: await clicksOfVisitor(workspace, input.visitorId, occurredAt),
    refLink: await linkOf(workspace, input.ref),
  }
}

/** The customer's referral that is in force: an expired one is none. */
export async function findReferral(workspace: Workspace, customerExternalId: string) {
  return Referral.query()
    .where({ workspace_id: workspace.id, customer_external_id: customerExternalId })
    .whereRaw(IN_FORCE)
    .first()
}

async function referralOf(workspace: Workspace, customerExternalId: string) {
  const referral = await findReferral(workspace, customerExternalId)
  if (!referral) return null
  const { id, affiliateId, campaignId, linkId, createdAt: boundAt } = referral
  return { id, affiliateId, campaignId, linkId, boundAt }
}

async function couponOf(workspace: Workspace, code: string | undefined) {
  if (!code) return null
  const coupon = await Coupon.query()
    .where({ workspace_id: workspace.id, code: code.toUpperCase() })
    .first()
  return (
    coupon && {
      id: coupon.id,
      affiliateId: coupon.affiliateId,
      campaignId: coupon.campaignId,
      code: coupon.code,
    }
  )
}

async function linkOf(workspace: Workspace, ref: string | undefined) {
  if (!ref) return null
  const link = await Link.query()
    .where({ workspace_id: workspace.id, ref_param: ref.toLowerCase() })
    .first()
  return (
    link && {
      id: link.id,
      affiliateId: link.affiliateId,
      campaignId: link.campaignId,
      refParam: link.refParam,
    }
  )
}

async function namedClick(
  workspace: Workspace,
  id: string | undefined
): Promise<NamedClick | null> {
  if (!id) return null
  if (!isId(id, 'clk')) return { status: 'malformed' }
  const click = await Click.query().where({ workspace_id: workspace.id, id }).first()
  if (!click) return { status: 'missing' }
  const [candidate] = await candidates(workspace, [click])
  return { status: 'found', click: candidate }
}

async function clicksOfVisitor(
  workspace: Workspace,
  visitorId: string | undefined,
  occurredAt: DateTime
): Promise<ClickCandidate[]> {
  if (!visitorId) return []
  const longest = Math.max(workspace.cookieDays, ...(await cookieDaysOf(workspace)))
  const clicks = await Click.query()
    .where({ workspace_id: workspace.id, visitor_id: visitorId })
    .whereNull('mark')
    .whereBetween('created_at', [
      occurredAt.minus({ days: longest }).toJSDate(),
      occurredAt.toJSDate(),
    ])
    .orderBy('created_at', workspace.attribution === 'first' ? 'asc' : 'desc')
    .limit(CLICKS)
  return candidates(workspace, clicks)
}

async function cookieDaysOf(workspace: Workspace) {
  const campaigns = await workspace
    .related('campaigns')
    .query()
    .whereNotNull('cookie_days')
    .select('cookie_days')
  return campaigns.map(({ cookieDays }) => cookieDays!)
}

async function candidates(workspace: Workspace, clicks: Click[]): Promise<ClickCandidate[]> {
  const links = await Link.query().whereIn(
    'id',
    clicks.map(({ linkId }) => linkId)
  )
  const campaigns = await Campaign.query().whereIn(
    'id',
    clicks.map(({ campaignId }) => campaignId)
  )
  return clicks.map((click) => ({
    id: click.id,
    affiliateId: click.affiliateId,
    linkId: click.linkId,
    refParam: links.find(({ id }) => id === click.linkId)?.refParam ?? 'that was deleted',
    at: click.createdAt,
    bot: click.mark !== null,
    cookieDays:
      campaigns.find(({ id }) => id === click.campaignId)?.cookieDays ?? workspace.cookieDays,
  }))
}
