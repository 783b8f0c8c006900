import { system } from '#core/actor'
import { clock } from '#core/clock'
import { give } from '#ledger/give'
import Conversion from '#models/conversion'
import Enrollment from '#models/enrollment'
import Referral from '#models/referral'
import { CURRENCIES } from '#tests/support/money_model/plain'
import { pick, type Command, type World } from '#tests/support/money_model/world'
import type { PlainTerms } from '#tests/support/money_model/plain'
import type { CampaignSchema } from '#database/schema'
import type { Amounts } from '#models/types'

/** What people of the workspace decide: whose a customer is, and what is paid. Each does it, and tells the plain books. */

const ZONES = ['UTC', 'Pacific/Kiritimati', 'America/New_York']
const TERMS: PlainTerms[] = [
  { rate: 2_000 },
  { rate: 3_333, share: 500 },
  { rate: 1_250, tier: { from: 5_000, rate: 2_999 }, share: 1 },
  { rate: 5_000, perCommission: 777, perMonth: 1_500 },
  { rate: 2_000, perCustomer: 2_100, share: 250 },
  { rate: 2_000, firstPaymentOnly: true },
]

export const decideVerbs = {
  attribute: { weight: 3, does: attribute },
  move: { weight: 2, does: move },
  deny: { weight: 1, does: deny },
  restore: { weight: 1, does: restore },
  give: { weight: 2, does: giveByHand },
  terms: { weight: 4, does: changeTerms },
  own: { weight: 1, does: changeOwn },
  zone: { weight: 1, does: changeZone },
}

async function attribute(world: World, { which, other: to }: Command) {
  const { books, program } = world
  const sale = pick(books.sales, which)
  const affiliate = pick(world.affiliates, to)!
  if (!sale) return
  const conversion = await Conversion.findByOrFail({
    workspace_id: program.workspace.id,
    external_id: sale.name,
  })
  const locked = await world.locked()
  const isFree = books.promisesOf(sale).every((each) => !locked.has(books.promises.indexOf(each)))
  const decision = { affiliate, campaign: null, reason: 'a podcast' }
  await world.exactlyIf(isFree && sale.affiliate !== affiliate.id, () =>
    conversion.attribute(decision, program.owner.actor)
  )
  books.attribute(sale, affiliate.id)
}

async function move(world: World, { which, other: to, share }: Command) {
  const { books, program } = world
  const [who, customer] = pick([...books.customers], which) ?? []
  const affiliate = pick(world.affiliates, to)!
  if (!who || !customer) return
  const referral = await referralOf(world, who)
  const withCommissions = share % 3 > 0
  const locked = withCommissions ? await world.locked() : null
  const may = customer.state !== 'denied' && customer.affiliate !== affiliate.id
  await world.exactlyIf(may, () =>
    referral.move({ affiliate, withCommissions }, program.owner.actor)
  )
  books.move(customer, affiliate.id, locked)
}

async function deny(world: World, { which, share }: Command) {
  const { books, program } = world
  const [who, customer] = pick([...books.customers], which) ?? []
  if (!who || !customer) return
  const referral = await referralOf(world, who)
  const locked = await world.locked()
  const voidCommissions = share % 2 === 0
  await world.exactlyIf(customer.state !== 'denied', () =>
    referral.deny({ reason: 'fraud', voidCommissions }, program.owner.actor)
  )
  customer.state = 'denied'
  for (const [index, promise] of books.promises.entries())
    if (voidCommissions && promise.sale?.customer === customer && !locked.has(index))
      promise.voided = true
}

async function restore(world: World, { which }: Command) {
  const { books, program } = world
  const denied = [...books.customers].filter(([, { state }]) => state === 'denied')
  const [who, customer] = pick(denied, which) ?? []
  if (!who || !customer) return
  await (await referralOf(world, who)).restore(program.owner.actor)
  const bought = books.sales.some((sale) => sale.customer === customer && sale.kind !== 'lead')
  customer.state = bought ? 'customer' : 'lead'
}

function referralOf({ program }: World, who: string) {
  return Referral.query()
    .where({ workspace_id: program.workspace.id, customer_external_id: who })
    .whereNot('state', 'expired')
    .firstOrFail()
}

async function giveByHand(world: World, { which, other: to, share, days }: Command) {
  const affiliate = pick(world.affiliates, to)!
  const currency = pick(CURRENCIES, which)!
  const amount = which % 3 === 0 ? -share : share
  const dueAt = days % 3 === 0 ? clock.now().plus({ days }) : null
  const gift = { amount, currency, campaign: null, reason: 'goodwill', dueAt }
  await give(affiliate, gift, world.program.owner.actor)
  world.books.give(affiliate.id, currency, amount)
}

async function changeTerms(world: World, { which }: Command) {
  const terms = pick(TERMS, which)!
  const inEach = (amount?: number): Amounts | null =>
    amount === undefined ? null : Object.fromEntries(CURRENCIES.map((each) => [each, amount]))
  const { tier } = terms
  const change: Partial<CampaignSchema> = {
    reward: {
      type: 'percent',
      rate_bps: terms.rate,
      ...(tier && { tiers: [{ from: inEach(tier.from)!, rate_bps: tier.rate }] }),
    },
    duration: terms.firstPaymentOnly ? { type: 'first' } : { type: 'lifetime' },
    capPerCommission: inEach(terms.perCommission),
    capPerCustomer: inEach(terms.perCustomer),
    capPerMonth: inEach(terms.perMonth),
    referralShareBps: terms.share ?? null,
  }
  await world.program.campaign.change(change, system)
  world.books.terms = terms
}

async function changeOwn(world: World, { which, share }: Command) {
  const affiliate = pick(world.affiliates, which)!
  const own = await Enrollment.findByOrFail('affiliate_id', affiliate.id)
  const rate = share % 3 === 0 ? null : share
  await own.change({ reward: rate === null ? null : { type: 'percent', rate_bps: rate } }, system)
  if (rate === null) world.books.own.delete(affiliate.id)
  else world.books.own.set(affiliate.id, rate)
}

async function changeZone(world: World, { which }: Command) {
  const timezone = pick(ZONES, which)!
  await world.program.workspace.change({ timezone }, world.program.owner.actor)
  world.books.zone = timezone
}
