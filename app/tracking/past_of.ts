import { whatOf, WITHIN } from '#tracking/past'
import type { Plain } from '#core/plain'
import type Conversion from '#models/conversion'
import type Referral from '#models/referral'
import type Workspace from '#models/workspace'
import type { Facts } from '#tracking/facts'
import type { Past } from '#tracking/weigh'

/** What came before a conversion: what the database told, and what its piece made. */
interface Before {
  workspace: Workspace
  facts: Facts
  /** The customer's referral. */
  bond: Plain<Referral> | null
  made: Plain<Conversion>[]
  /** The others of its customer among them. */
  ofCustomer: Plain<Conversion>[]
}

/** What may hold a conversion because of what came before. */
export function pastOf(conversion: Plain<Conversion>, before: Before): Past {
  return {
    salesOfVisitor: salesOfVisitor(conversion, before),
    customerOfAnother: isCustomerOfAnother(conversion, before),
    minutesFromAlike: minutesFromAlike(conversion, before),
    browserLead: conversion.kind === 'lead' && conversion.source === 'browser',
  }
}

function salesOfVisitor(conversion: Plain<Conversion>, { workspace, facts, made }: Before) {
  const { visitorId, kind, occurredAt } = conversion
  const { visitor_sales: limit, visitor_hours: hours } = workspace.holdLimits
  if (!visitorId || kind === 'lead' || limit === 0) return 0
  const sales = made
    .filter((one) => one !== conversion && one.visitorId === visitorId && one.kind !== 'lead')
    .map((one) => ({ visitorId, at: one.occurredAt.toMillis() }))
  const [from, to] = [occurredAt.minus({ hours }).toMillis(), occurredAt.toMillis()]
  const others = [...facts.visits, ...sales].filter(
    (one) => one.visitorId === visitorId && one.at > from && one.at <= to
  )
  return others.length + 1
}

function isCustomerOfAnother(
  { customerEmail, affiliateId }: Plain<Conversion>,
  { facts: { bonds }, bond }: Before
) {
  if (bond && bond.affiliateId !== affiliateId) return true
  return bonds.some((one) => one.customerEmail === customerEmail && one.affiliateId !== affiliateId)
}

/** Leads have nothing to compare: only the first of a customer earns. */
function minutesFromAlike(conversion: Plain<Conversion>, { facts, ofCustomer }: Before) {
  const { kind, customerExternalId: customer, occurredAt } = conversion
  if (kind === 'lead') return null
  const what = whatOf(conversion)
  const at = occurredAt.toMillis()
  const stored = facts.alike.filter((one) => one.customer === customer && one.what === what)
  const others = ofCustomer
    .filter((one) => one.kind !== 'lead' && whatOf(one) === what)
    .map((one) => ({ at: one.occurredAt.toMillis() }))
  const distances = [...stored, ...others].map((one) => Math.abs(one.at - at))
  const near = distances.filter((distance) => distance <= WITHIN)
  return near.length > 0 ? Math.min(...near) / 60_000 : null
}
