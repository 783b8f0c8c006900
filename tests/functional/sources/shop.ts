import { DateTime } from 'luxon'
import { system } from '#core/actor'
import { clock } from '#core/clock'
import Commission from '#models/commission'
import Conversion from '#models/conversion'
import SourceEvent from '#models/source_event'
import { storeClick } from '#tests/support/clicks'
import { noon, signingSecret } from '#tests/support/stripe'
import { makeProgram } from '#tests/support/world'
import type { StripeSettings } from '#models/types'
import type Workspace from '#models/workspace'

/** A program that is connected with Stripe, and a click of an hour before. */
export async function shop(settings: Partial<StripeSettings> = {}) {
  const program = await makeProgram()
  const { workspace, link } = program
  const stripe = { signing_secret: signingSecret, with_tax: false, test_mode: false, ...settings }
  await workspace.connect('stripe', stripe, system)
  const before = DateTime.fromSeconds(noon - 3600, { zone: 'utc' })
  const click = await clock.at(before, () => storeClick(workspace, link, {}))
  return { ...program, click }
}

/** What is in the books, as `sale pi_1 10000 -5000 of nobody`: what was given back is negative. */
export async function booksOf(workspace: Workspace) {
  const conversions = await Conversion.query()
    .where('workspace_id', workspace.id)
    .orderBy('external_id')
  return conversions.map(
    ({ externalId, kind, amount, refundedAmount, attributed }) =>
      `${kind} ${externalId} ${amount} -${refundedAmount}${attributed ? '' : ' of nobody'}`
  )
}

/** In minor units. */
export async function owed(workspace: Workspace) {
  const rows = await Commission.query()
    .where('workspace_id', workspace.id)
    .whereNot('state', 'voided')
  return rows.reduce((sum, { amount }) => sum + amount, 0)
}

export async function states(workspace: Workspace) {
  const events = await SourceEvent.query().where('workspace_id', workspace.id).orderBy('id')
  return events.map(({ type, state }) => `${type} ${state}`)
}
