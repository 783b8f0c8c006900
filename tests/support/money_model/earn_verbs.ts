import { system } from '#core/actor'
import { recordRefund, undoRefund } from '#ledger/refunds'
import Refund from '#models/refund'
import { recordConversion } from '#tracking/record_conversion'
import { CURRENCIES } from '#tests/support/money_model/plain'
import { pick, type Command, type World } from '#tests/support/money_model/world'
import { storeClick } from '#tests/support/clicks'
import type { Sale } from '#tests/support/money_model/plain'

/** What customers do, and what is given back to them. Each does it, and tells the plain books. */

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
/** Mostly one: caps and tiers are of a currency. */
const SOLD_IN = ['USD', ...CURRENCIES]
const AMOUNTS = [1, 14, 99, 1_004, 9_904, 123_457, 999_999_999_999]

export const earnVerbs = {
  click: { weight: 2, does: click },
  lead: { weight: 3, does: (world: World, command: Command) => sell(world, command, 'lead') },
  sale: { weight: 8, does: (world: World, command: Command) => sell(world, command, 'sale') },
  renewal: { weight: 3, does: (world: World, command: Command) => sell(world, command, 'renewal') },
  same: { weight: 1, does: same },
  other: { weight: 1, does: other },
  refund: { weight: 5, does: refund },
  whole: { weight: 2, does: (world: World, command: Command) => refund(world, command, true) },
  early: { weight: 1, does: early },
  sameRefund: { weight: 1, does: sameRefund },
  undo: { weight: 3, does: undo },
}

async function click(world: World, { which, other: visitor }: Command) {
  const link = pick(world.links, which)!
  const visitorId = `visitor-${visitor % 3}`
  await storeClick(world.program.workspace, link, { visitorId, userAgent: BROWSER })
  const affiliate = world.affiliates.find(({ id }) => id === link.affiliateId)!
  const at = world.now.toMillis()
  if (affiliate.state !== 'active') return
  world.books.clicks.push({ visitor: visitorId, affiliate: link.affiliateId, at })
}

/** By a link's ref, by a visitor, or by nobody; sometimes it reaches us days late. */
async function sell(world: World, { which, other: by, share, days }: Command, kind: Sale['kind']) {
  const name = `sale-${++world.serial}`
  const who = `customer-${which % 4}`
  const link = pick(world.links, by)!
  const isLead = kind === 'lead'
  const amount = isLead ? 0 : pick(AMOUNTS, share)!
  const currency = isLead ? 'USD' : pick(SOLD_IN, share)!
  const occurredAt = world.now.minus({ days: share % 5 === 0 ? days : 0 })
  const how = [{ ref: link.refParam }, { visitorId: `visitor-${by % 3}` }, {}][
    share % 7 > 2 ? 0 : share % 3
  ]
  const input = {
    externalId: name,
    kind,
    amount,
    currency: isLead ? undefined : currency,
    customer: { externalId: who },
    occurredAt,
    ...how,
  }
  await recordConversion(world.program.workspace, input, system)
  world.inputs.push(input)
  const sale = { name, who, kind, amount, currency, at: occurredAt.toMillis() }
  world.books.sale(sale, { ref: how.ref && link.affiliateId, visitor: how.visitorId })
}

async function same(world: World, { which }: Command) {
  const input = pick(world.inputs, which)
  if (input) await recordConversion(world.program.workspace, input, system)
}

async function other(world: World, { which }: Command) {
  const input = pick(world.inputs, which)
  if (!input) return
  const changed = { ...input, amount: input.amount + 1 }
  await world.exactlyIf(false, () => recordConversion(world.program.workspace, changed, system))
}

/** A refund or chargeback of a part, often of half (where roundings meet), or of all that is left. */
async function refund(world: World, { which, other: kind, share }: Command, whole = false) {
  const { books } = world
  const sale = pick(books.sales, which)
  if (!sale) return
  const left = sale.amount - sale.refunded
  const part = share % 3 === 0 ? 5_000 : share
  const asked = whole ? null : Number((BigInt(sale.amount) * BigInt(part)) / 10_000n)
  const may = left > 0 && (asked === null || (asked > 0 && asked <= left))
  await world.exactlyIf(may, () => giveBack(world, sale.name, asked, kind))
}

/** Of a sale that comes later, or never. */
async function early(world: World, { which, other: ahead, share }: Command) {
  await giveBack(world, `sale-${world.serial + 1 + (ahead % 2)}`, share, which)
}

async function giveBack(world: World, sale: string, asked: number | null, which: number) {
  const externalId = `refund-${world.now.toMillis()}`
  const kind = which % 2 === 0 ? 'refund' : 'chargeback'
  const input = {
    externalId,
    conversionExternalId: sale,
    amount: asked ?? undefined,
    kind,
  } as const
  await recordRefund(world.program.workspace.id, input, system)
  world.books.refund(externalId, sale, asked)
}

async function sameRefund(world: World, { which }: Command) {
  const known = await refundOf(world, which)
  if (!known) return
  const { externalId, conversionExternalId, requestedAmount, kind, workspaceId } = known
  const input = { externalId, conversionExternalId, amount: requestedAmount ?? undefined, kind }
  await recordRefund(workspaceId, input, system)
}

async function undo(world: World, { which }: Command) {
  const known = await refundOf(world, which)
  if (!known) return
  const may = world.books.refunds.get(known.externalId)!.state === 'applied'
  await world.exactlyIf(may, () => undoRefund(known, system, 'won'))
  world.books.undo(known.externalId)
}

function refundOf({ books, program }: World, which: number) {
  const externalId = pick([...books.refunds.keys()], which) ?? 'none'
  return Refund.findBy({ workspace_id: program.workspace.id, external_id: externalId })
}
