import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { system } from '#core/actor'
import Affiliate from '#models/affiliate'
import Campaign from '#models/campaign'
import Link from '#models/link'
import User from '#models/user'
import Workspace from '#models/workspace'
import { recordConversion } from '#tracking/record_conversion'
import type Conversion from '#models/conversion'
import type { ConversionInput } from '#tracking/input'
import type { AffiliateSchema, CampaignSchema, WorkspaceSchema } from '#database/schema'

let serial = 0

/** A number that no other row of this test run has. */
export function unique() {
  return ++serial
}

export async function makeUser(email = `user${unique()}@example.com`) {
  return User.create({ email, name: 'Ada Owner', password: 'correct horse battery' })
}

/** A workspace in USD, in UTC, with an owner. */
export async function makeWorkspace(settings: Partial<WorkspaceSchema> = {}) {
  const owner = await makeUser()
  const workspace = await Workspace.found(owner, { name: 'Acme', currency: 'USD', timezone: 'UTC' })
  if (Object.keys(settings).length > 0) await workspace.merge(settings).save()
  return { workspace, owner }
}

/** 20% for life, held 30 days. */
export function makeCampaign(workspace: Workspace, terms: Partial<CampaignSchema> = {}) {
  return Campaign.start(
    workspace,
    {
      name: `Campaign ${unique()}`,
      destinationUrl: 'https://shop.example.com/',
      reward: { type: 'percent', rate_bps: 2000 },
      ...terms,
    },
    system
  )
}

export function makeAffiliate(workspace: Workspace, input: Partial<AffiliateSchema> = {}) {
  const number = unique()
  return Affiliate.join(
    workspace,
    { email: `jane${number}@example.com`, name: `Jane ${number}`, ...input },
    system
  )
}

/** A workspace with one campaign, one affiliate and their link. */
export async function makeProgram(
  terms: Partial<CampaignSchema> = {},
  settings: Partial<WorkspaceSchema> = {}
) {
  const { workspace, owner } = await makeWorkspace(settings)
  const campaign = await makeCampaign(workspace, terms)
  const affiliate = await makeAffiliate(workspace)
  const link = await Link.make(affiliate, campaign, { refParam: `jane-${unique()}` }, system)
  return { workspace, owner, campaign, affiliate, link }
}

/** A sale of $99.00 by a customer of its own, attributed by the ref. */
export async function sell(workspace: Workspace, input: Partial<ConversionInput> = {}) {
  const number = unique()
  const { conversion } = await recordConversion(
    workspace,
    {
      externalId: `order-${number}`,
      amount: 9900,
      currency: 'USD',
      customer: { externalId: `customer-${number}`, email: `buyer${number}@example.com` },
      ...input,
    },
    system
  )
  return conversion
}

/** Runs work some days from now. */
export function later<T>(days: number, work: () => T): T {
  return clock.at(clock.now().plus({ days }), work)
}

/** A program whose affiliates each have one sale of $100.00, due. */
export function makeCrowd(size: number) {
  return atomically(async () => {
    const program = await makeProgram({ holdDays: 0 })
    const sales: Conversion[] = []
    for (let number = 0; number < size; number++) {
      const affiliate = await makeAffiliate(program.workspace)
      const link = await Link.make(affiliate, program.campaign, {}, system)
      sales.push(await sell(program.workspace, { ref: link.refParam, amount: 10_000 }))
    }
    return { ...program, sales }
  })
}
