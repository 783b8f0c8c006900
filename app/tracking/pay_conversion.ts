import { dueAfter } from '#terms/due'
import { asksStanding } from '#tracking/standing'
import { weigh, type Earned, type Told } from '#tracking/weigh'
import type { Actor } from '#core/actor'
import type { Plain } from '#core/plain'
import type { CommissionKind, HeldReason } from '#models/types'
import type Campaign from '#models/campaign'
import type Conversion from '#models/conversion'
import type Referral from '#models/referral'
import type { Piece } from '#tracking/piece'
import type { DateTime } from 'luxon'

/** A conversion that is attributed, and what its terms are asked with. */
export interface Payment {
  conversion: Plain<Conversion>
  /** With its rules. */
  campaign: Campaign
  campaignState: string
  /** Null where a person gave the affiliate a sale of another's customer. */
  referral: Plain<Referral> | null
  /** Whether the customer was bound before this conversion. */
  known: boolean
  firstPaymentAt: DateTime | null
  /** What holds it beside what its facts say. */
  held?: HeldReason[]
  actor: Actor
}

/**
 * Makes the commission that the terms promise for an attributed conversion, and the share of whoever brought its
 * affiliate; or says why there is none. The piece has locked both.
 */
export async function pay(piece: Piece, payment: Payment) {
  const { workspace } = piece
  const { conversion, campaign, referral, actor } = payment
  const affiliate = piece.found.affiliate(conversion.affiliateId)!
  const about = {
    ...{ workspace, campaign, affiliate, occurredAt: conversion.occurredAt },
    ...{ conversionId: conversion.id, referralId: referral?.id ?? null },
  }
  const { outcome, heldReasons, share } = await weigh({
    ...payment,
    workspace,
    conversion: toldBy(conversion, referral),
    affiliate,
    referrer: piece.found.affiliate(affiliate.referrerId),
    enrollment: await piece.enrollment(affiliate, campaign, actor),
    link: piece.found.link(referral?.linkId ?? null),
    referralState: referral?.state ?? null,
    before: piece.paymentsBefore(conversion),
    past: piece.past(conversion),
    sharers: piece.facts.sharers,
    standing: async (decider, currency) =>
      asksStanding(decider) ? piece.standing(about, decider, currency) : undefined,
  })
  const attributed = conversion.explanation
  const said = [outcome, share?.outcome].flatMap((each) => each?.because ?? [])
  conversion.explanation = [attributed, ...said].join('; ')

  record(piece, payment, conversion.kind, { affiliate, outcome, heldReasons }, attributed)
  if (share) record(piece, payment, 'referral_share', share, attributed)
}

/** Each is a family of its own; what comes to nothing makes none. */
function record(
  piece: Piece,
  { conversion, campaign, referral, held = [], actor }: Payment,
  kind: CommissionKind,
  { affiliate, outcome, heldReasons }: Earned,
  attributed: string
) {
  if (!('currency' in outcome)) return
  const { because, ...earned } = outcome
  piece.pay(
    {
      ...earned,
      workspaceId: piece.workspace.id,
      affiliateId: affiliate.id,
      campaignId: campaign.id,
      conversionId: conversion.id,
      referralId: referral?.id ?? null,
      linkId: conversion.linkId,
      kind,
      dueAt: dueAfter(conversion.occurredAt, campaign.holdDays),
      heldReasons: [...heldReasons, ...held],
      explanation: `${attributed}; ${because}`,
    },
    actor
  )
}

function toldBy(conversion: Plain<Conversion>, referral: Plain<Referral> | null): Told {
  const { kind, amount, currency, product, plan, couponCode, customerEmail, occurredAt } =
    conversion
  const customerCountry = conversion.customerCountry ?? referral?.customerCountry ?? null
  const about = { customerEmail, customerCountry, occurredAt }
  return { kind, amount, currency, product, plan, couponCode, ...about }
}
