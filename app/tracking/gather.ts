import { isId } from '#core/ids'
import type { Plain } from '#core/plain'
import type { Piece } from '#tracking/piece'
import type { Told } from '#tracking/facts'
import type { ClickCandidate, NamedClick } from '#terms/attribution'
import type Click from '#models/click'

/** Collects all that may attribute a conversion; `attribute` of #terms decides. */
export function gather(piece: Piece, told: Told) {
  const { found, facts } = piece
  return {
    referral: referralOf(piece, told),
    coupon: found.coupon(told.coupon),
    namedClick: namedClick(piece, told.clickId),
    visitorClicks: (facts.visitorClicks.get(told) ?? []).map((click) => candidate(piece, click)),
    refLink: found.linkOfRef(told.ref),
  }
}

function referralOf(piece: Piece, { customer }: Told) {
  const referral = piece.referralOf(customer.externalId)
  if (!referral) return null
  const { id, affiliateId, campaignId, linkId, createdAt: boundAt } = referral
  return { id, affiliateId, campaignId, linkId, boundAt }
}

function namedClick(piece: Piece, id: string | undefined): NamedClick | null {
  if (!id) return null
  if (!isId(id, 'clk')) return { status: 'malformed' }
  const click = piece.found.click(id)
  return click ? { status: 'found', click: candidate(piece, click) } : { status: 'missing' }
}

function candidate({ found, workspace }: Piece, click: Plain<Click>): ClickCandidate {
  const link = found.link(click.linkId)
  const campaign = found.campaign(click.campaignId)
  return {
    id: click.id,
    affiliateId: click.affiliateId,
    linkId: click.linkId,
    refParam: link?.refParam ?? 'that was deleted',
    at: click.createdAt,
    bot: click.mark !== null,
    cookieDays: campaign?.cookieDays ?? workspace.cookieDays,
  }
}
