import { isId } from '#core/ids'
import type { DateTime } from 'luxon'
import type { Plain } from '#core/plain'
import type { Piece } from '#tracking/piece'
import type { Told } from '#tracking/facts'
import type { ClickCandidate, NamedClick, ReferralCandidate } from '#terms/attribution'
import type Click from '#models/click'
import type Referral from '#models/referral'
import type { Mark } from '#models/types'

/** Collects all that may attribute a conversion; `attribute` of #terms decides. */
export function gather(piece: Piece, told: Told) {
  const { found, facts } = piece
  const [coupon, refLink] = [found.coupon(told.coupon), found.linkOfRef(told.ref)]
  return {
    referral: referralOf(piece, told),
    coupon,
    namedClick: namedClick(piece, told.clickId),
    visitorClicks: (facts.visitorClicks.get(told) ?? []).map((click) => candidate(piece, click)),
    refLink,
    sameEmail: sameEmail(piece, told),
    unknown: [
      ...(told.coupon && !coupon ? (['coupon'] as const) : []),
      ...(told.ref && !refLink ? (['ref'] as const) : []),
    ],
  }
}

function referralOf(piece: Piece, { customer }: Told) {
  const referral = piece.referralOf(customer.externalId)
  return referral && bondOf(referral)
}

/** The oldest that is in force, and was not denied. */
function sameEmail(piece: Piece, { customer: { email }, occurredAt }: Told) {
  const [oldest] = piece
    .bondsOf(email)
    .filter(
      (bond) =>
        bond.state !== 'denied' && !(bond.state === 'lead' && isOver(piece, bond, occurredAt))
    )
  return oldest ? bondOf(oldest) : null
}

function bondOf(referral: Plain<Referral>): ReferralCandidate {
  const { id, affiliateId, campaignId, linkId, createdAt: boundAt, firstPaymentAt } = referral
  return { id, affiliateId, campaignId, linkId, boundAt, firstPaymentAt }
}

/** Whether the days of a lead, for which it binds its customer, were over. */
export function isOver(
  { found, workspace }: Piece,
  { campaignId, createdAt }: Plain<Referral>,
  at: DateTime
) {
  const days = found.campaign(campaignId)?.cookieDays ?? workspace.cookieDays
  return at >= createdAt.plus({ hours: 24 * days })
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
    mark: click.mark as Mark | null,
    cookieDays: campaign?.cookieDays ?? workspace.cookieDays,
  }
}
