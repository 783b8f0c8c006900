import { system } from '#core/actor'
import { recordRefund, undoRefund } from '#ledger/refunds'
import { scaled, sum } from '#money/arithmetic'
import { formatMoney } from '#money/format'
import { namesOf } from '#privacy/pseudonym'
import { applied, ignored, waiting, type Outcome } from '#sources/source'
import { invoiceOf } from '#sources/stripe/event'
import { read, type Deed } from '#sources/stripe/read'
import { eventsAbout, type Related } from '#sources/stripe/related'
import type Conversion from '#models/conversion'
import type SourceEvent from '#models/source_event'
import type Workspace from '#models/workspace'

type GiveBack = Extract<Deed, { do: 'refund' }>
type Sale = Extract<Deed, { do: 'convert' }>

/** Records a refund or a dispute; it waits while nobody knows what its payment paid. */
export async function giveBack(
  event: SourceEvent,
  workspace: Workspace,
  deed: GiveBack
): Promise<Outcome> {
  const known = await findRefund(workspace, deed.externalId)
  if (known) return applied(`${known.kind} that is in the books`)
  if (await wasTakenBack(event, workspace)) return ignored('it was taken back before it came')

  const sale = await saleOf(workspace, deed)
  const conversion =
    sale &&
    (await workspace
      .related('conversions')
      .query()
      .whereIn('external_id', namesOf(workspace.id, sale.input.externalId))
      .first())
  if (!conversion) return waiting('no sale with its payment is known yet')

  const amount = Math.min(await netOf(workspace, deed, sale, conversion), conversion.left)
  if (amount <= 0) return ignored('nothing of its sale was left to give back')
  await recordRefund(
    workspace.id,
    {
      externalId: deed.externalId,
      conversionExternalId: conversion.externalId,
      kind: deed.kind,
      amount,
      occurredAt: deed.occurredAt,
    },
    system
  )
  return applied(
    `${deed.kind} of ${formatMoney(amount, conversion.currency!)} on ${conversion.externalId}`
  )
}

/** The dispute was won, or the refund failed: the money was not given back after all. */
export async function takeBack(
  workspace: Workspace,
  { externalId, reason }: Extract<Deed, { do: 'undo' }>
): Promise<Outcome> {
  const refund = await findRefund(workspace, externalId)
  if (!refund) return ignored('what it takes back is not in the books')
  if (refund.state === 'undone') return ignored('it was taken back already')
  await undoRefund(refund, system, reason)
  return applied(`${refund.kind} taken back`)
}

function findRefund(workspace: Workspace, externalId: string) {
  return workspace
    .related('refunds')
    .query()
    .whereIn('external_id', namesOf(workspace.id, externalId))
    .first()
}

async function wasTakenBack({ objectId }: SourceEvent, workspace: Workspace) {
  const about = await eventsAbout(workspace, { objects: [objectId!] })
  return deedsOf(about).some((deed) => deed.do === 'undo')
}

/** What the payment paid: a checkout, or the invoice that one of its events names. */
async function saleOf(workspace: Workspace, { payment, invoice }: GiveBack): Promise<Sale | null> {
  const ofPayment = await eventsAbout(workspace, { payment })
  const named = [invoice, ...ofPayment.map(({ told }) => invoiceOf(told.data.object))]
  const invoices = named.filter((id) => id !== null)
  const paid = ofPayment.filter(({ told }) => told.type === 'invoice.paid')
  const about = [
    ...(await eventsAbout(workspace, { objects: invoices })),
    ...paid,
    ...(invoices.length + paid.length > 0 ? [] : ofPayment),
  ]
  const sale = deedsOf(about).find(
    (deed): deed is Sale => deed.do === 'convert' && deed.input.kind !== 'lead'
  )
  return sale ?? null
}

/**
 * The part of a sale's amount that is given back, of all that was paid. Reckoned on the sum of what Stripe gave
 * back so far, so that parts in any order end at the same cent as the whole.
 */
async function netOf(workspace: Workspace, deed: GiveBack, sale: Sale, conversion: Conversion) {
  const refunds = await conversion.related('refunds').query().where('state', 'applied')
  const ids = refunds.map(({ externalId }) => externalId)
  const gross = new Map<string, number>()
  for (const earlier of deedsOf(await eventsAbout(workspace, { objects: ids })))
    if (earlier.do === 'refund') gross.set(earlier.externalId, earlier.gross)

  const net = sum(
    refunds.filter(({ externalId }) => gross.has(externalId)).map(({ amount }) => amount!)
  )
  const total = Math.min(sum([...gross.values(), deed.gross]), sale.gross)
  return scaled(conversion.amount, total, sale.gross) - net
}

/** With tax or without makes no difference for what is asked of them here. */
function deedsOf(events: Related[]): Deed[] {
  return events.map(({ told }) => read(told, { withTax: true }))
}
