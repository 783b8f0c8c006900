import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { recordAll } from '#core/events'
import { takeTurn } from '#core/turns'
import Click from '#models/click'
import Conversion from '#models/conversion'
import Referral from '#models/referral'
import Refund from '#models/refund'
import { forgetSourceEvents } from '#privacy/forget_source_events'
import { newPseudonym, pseudonymOf } from '#privacy/pseudonym'
import { fingerprint, withoutCustomer } from '#tracking/input'
import type { Actor } from '#core/actor'

/** All rows of one customer in their workspace. */
export interface RowsOfCustomer {
  referrals: Referral[]
  conversions: Conversion[]
}

/**
 * Forgets the customer of a referral or conversion, for good: in all their rows names and addresses go, ids become
 * pseudonyms, and the clicks that they came by tell of no visitor any more. Amounts, states and whose the commissions
 * are stay as they are. Who comes back is somebody new. Again it changes nothing.
 */
export async function forgetCustomer(row: Referral | Conversion, actor: Actor) {
  await atomically(async () => {
    await takeTurn('customer', row.workspaceId, row.customerExternalId)
    const { referrals, conversions } = await rowsOfCustomer(row)
    await forgetVisitors(row.workspaceId, [...referrals, ...conversions])
    await forgetSourceEvents(row.workspaceId, conversions)

    const names = new Map<string, string>()
    for (const one of [...referrals, ...conversions]) await forgetNames(one, names)
    for (const conversion of conversions) await forgetIds(conversion)

    const told = [...referrals, ...conversions.filter(({ referralId }) => referralId === null)]
    await recordAll(
      told.map((subject) => ({
        subject,
        told: {
          type: subject instanceof Referral ? 'referral.forgotten' : 'conversion.forgotten',
          actor,
        },
      }))
    )
  })
  await row.refresh()
}

/** What there is of a row's customer: under its id, and under other ids that are bound with the same e-mail. */
export async function rowsOfCustomer(row: Referral | Conversion): Promise<RowsOfCustomer> {
  const ids = await idsOfCustomer(row)
  const theirs = { workspace_id: row.workspaceId, forgotten_at: null }
  return {
    referrals: await Referral.query().where(theirs).whereIn('customer_external_id', ids),
    conversions: await Conversion.query().where(theirs).whereIn('customer_external_id', ids),
  }
}

async function idsOfCustomer({ workspaceId, customerExternalId: id }: Referral | Conversion) {
  const known = { workspace_id: workspaceId, customer_external_id: id }
  const rows = [
    ...(await Referral.query().where(known)),
    ...(await Conversion.query().where(known)),
  ]
  const alike = await Referral.query()
    .where('workspace_id', workspaceId)
    .whereIn(
      'customer_email',
      rows.flatMap(({ customerEmail }) => customerEmail ?? [])
    )
  return [...new Set([id, ...alike.map(({ customerExternalId }) => customerExternalId)])]
}

/** Rows of one id stay rows of one pseudonym, which is made anew each time: who comes back is not told by it. */
async function forgetNames(row: Referral | Conversion, names: Map<string, string>) {
  const name = names.get(row.customerExternalId) ?? newPseudonym()
  names.set(row.customerExternalId, name)
  Object.assign(row, {
    customerExternalId: name,
    customerEmail: null,
    customerName: null,
    customerCountry: null,
    forgottenAt: clock.now(),
  })
  await row.save()
}

/** A lead's id may be made of its customer's, and nothing asks for it again. */
async function forgetIds(conversion: Conversion) {
  const { workspaceId, kind, externalId, subscriptionId, visitorId } = conversion
  const hidden = (id: string) => pseudonymOf(workspaceId, id)
  const input = withoutCustomer(conversion.input)
  conversion.merge({
    externalId: kind === 'lead' ? newPseudonym() : hidden(externalId),
    subscriptionId: subscriptionId && hidden(subscriptionId),
    visitorId: visitorId && hidden(visitorId),
    input,
    fingerprint: fingerprint(input),
  })
  await conversion.save()

  for (const refund of await Refund.query().where('conversion_id', conversion.id)) {
    const ids = {
      externalId: hidden(refund.externalId),
      conversionExternalId: conversion.externalId,
    }
    await refund.merge({ ...ids, reason: null }).save()
  }
}

/** The clicks stay, for the counts; what tells of who made them goes. */
async function forgetVisitors(workspaceId: string, rows: (Referral | Conversion)[]) {
  const named = await Click.query()
    .where('workspace_id', workspaceId)
    .whereIn(
      'id',
      rows.flatMap(({ clickId }) => clickId ?? [])
    )
  const visitors = new Set([
    ...named.map(({ visitorId }) => visitorId),
    ...rows.flatMap((row) => (row instanceof Conversion ? (row.visitorId ?? []) : [])),
  ])
  for (const visitor of visitors) {
    await db
      .from('clicks')
      .where({ workspace_id: workspaceId, visitor_id: visitor })
      .update({
        ...{ visitor_id: pseudonymOf(workspaceId, visitor), country: null, referrer: null },
        ...{ landing_url: null, user_agent: null, ip_hash: null },
      })
  }
}
