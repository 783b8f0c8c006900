import { allEnded } from '#core/all_ended'
import { atomically, insideTransaction } from '#core/atomically'
import { clock } from '#core/clock'
import { modelOf, type Plain } from '#core/plain'
import { retryOnUnique } from '#core/unique'
import { ConflictException, UnavailableException } from '#exceptions/errors'
import { applyWaiting } from '#ledger/refunds'
import Commission from '#models/commission'
import Conversion from '#models/conversion'
import Referral from '#models/referral'
import { decide } from '#tracking/decide'
import { addConversion, sameAs } from '#tracking/new_conversion'
import { Piece, type Recording } from '#tracking/piece'
import { againWhereAlone } from '#tracking/sharing'
import { Writes } from '#tracking/writes'
import type { Actor } from '#core/actor'
import type { Outcome } from '#core/outcome'
import type { Told } from '#tracking/facts'
import type { ConversionInput } from '#tracking/input'
import type Workspace from '#models/workspace'

/** A conversion as it stands right after it was recorded. */
export interface Recorded {
  conversion: Plain<Conversion>
  /** false when this external_id was recorded before. */
  created: boolean
  referral: Plain<Referral> | null
  /** Oldest first. */
  commissions: Plain<Commission>[]
}

/** Conversions of one workspace, and who tells of them. */
export interface Telling {
  workspace: Workspace
  actor: Actor
  inputs: ConversionInput[]
}

/** What is answered of conversions, inside their transaction. */
export interface Teller<T> {
  /** Of one, right after it was recorded. */
  tell: (recorded: Recorded) => T
  /** Keeps what was told, of all that were recorded. */
  keep?: (answers: Map<ConversionInput, T>) => Promise<void>
}

const RACES = [
  'conversions_workspace_external_unique',
  'referrals_customer_unique',
  'events_subject_seq_unique',
]

/** Conversions of a piece that takes longer to write than to ask a thread. */
const LARGE = 20

/**
 * Records what a customer did: attributes it, binds the customer, and makes the commission that the terms
 * promise. The same again changes nothing and answers what is stored. A conversion that names a click which
 * is still on its way stays open until the click comes or its wait is over.
 *
 * @throws ConflictException when the external_id names a conversion with other contents
 */
export async function recordConversion(
  workspace: Workspace,
  input: ConversionInput,
  actor: Actor
): Promise<{ conversion: Conversion; created: boolean }> {
  return recordAlone(workspace, input, actor, {
    tell: ({ conversion, created }) => ({ conversion: modelOf(Conversion, conversion), created }),
  })
}

/** The same, as the teller tells of it. */
export async function recordAlone<T>(
  workspace: Workspace,
  input: ConversionInput,
  actor: Actor,
  teller: Teller<T>
): Promise<T> {
  const outcomes = await inOneTransaction([{ workspace, inputs: [input], actor }], teller)
  const outcome = outcomes.get(input)!
  if ('error' in outcome) throw outcome.error
  return outcome.answer
}

/**
 * Records conversions as if they came one after the other, in one transaction, and tells of each as it stands right
 * after it. What is wrong with one is its own outcome and keeps no other back.
 *
 * @param tellings of a workspace each
 */
export async function recordConversions<T>(
  tellings: Telling[],
  teller: Teller<T>
): Promise<Map<ConversionInput, Outcome<T>>> {
  const each = tellings.flatMap(({ inputs, ...whose }) =>
    inputs.map((input) => ({ ...whose, inputs: [input] }))
  )
  try {
    return await inOneTransaction(tellings, teller)
  } catch (error) {
    if (each.length === 1 || error instanceof UnavailableException)
      return new Map(each.map(({ inputs: [input] }) => [input, { error }]))
  }
  const outcomes = new Map<ConversionInput, Outcome<T>>()
  for (const one of each)
    for (const [input, outcome] of await recordConversions([one], teller))
      outcomes.set(input, outcome)
  return outcomes
}

/** A conversion that throws takes the whole transaction with it; one that is told wrong is answered so. */
function inOneTransaction<T>(
  tellings: Telling[],
  { tell, keep }: Teller<T>
): Promise<Map<ConversionInput, Outcome<T>>> {
  const isWhole = !insideTransaction()
  const work = async () => {
    const writes = new Writes()
    const pieces = await piecesOf(tellings, { writes, isWhole })
    return writes.within(async () => {
      const answers = new Map<ConversionInput, T>()
      const outcomes = new Map<ConversionInput, Outcome<T>>()
      for (const { piece, all, actor } of pieces)
        for (const [input, told] of all) {
          const recorded = await recordIn(piece, input, told, actor)
          if ('answer' in recorded) answers.set(input, tell(recorded.answer))
          outcomes.set(input, 'error' in recorded ? recorded : { answer: answers.get(input)! })
          await writes.writeAhead()
        }
      await allEnded([writes.write(), ...(keep ? [keep(answers)] : [])])
      return outcomes
    })
  }
  const large = tellings.some(({ inputs }) => inputs.length >= LARGE)
  return againWhereAlone(() => retryOnUnique(RACES, () => atomically(work, { large })))
}

async function piecesOf(tellings: Telling[], how: Recording) {
  const asked = tellings.map(({ workspace, inputs }) => ({ workspace, told: inputs.map(toldBy) }))
  const pieces = await Piece.ofEach(asked, how)
  return tellings.map(({ inputs, actor }, at) => {
    const all = inputs.map((input, place) => [input, asked[at].told[place]] as const)
    return { piece: pieces[at], all, actor }
  })
}

function toldBy(input: ConversionInput) {
  return { ...input, occurredAt: input.occurredAt ?? clock.now() }
}

async function recordIn(piece: Piece, input: ConversionInput, told: Told, actor: Actor) {
  const { externalId } = input
  const before = piece.facts.recorded.get(externalId) ?? piece.made(externalId)
  return before ? again(piece, before, input) : { answer: await record(piece, input, told, actor) }
}

async function record(piece: Piece, input: ConversionInput, told: Told, actor: Actor) {
  const conversion = addConversion(piece, input, told, actor)
  await decide(piece, conversion, told, actor)
  await piece.finish(conversion)
  if (piece.facts.refunded.has(conversion.externalId)) {
    await piece.write()
    const model = modelOf(Conversion, conversion)
    await applyWaiting(model, actor)
    Object.assign(conversion, model.$attributes)
    piece.standings.forget()
  }
  return asRecorded(piece, conversion, true)
}

async function again(
  piece: Piece,
  before: Plain<Conversion>,
  input: ConversionInput
): Promise<Outcome<Recorded>> {
  try {
    return { answer: await asRecorded(piece, sameAs(before, input), false) }
  } catch (error) {
    if (error instanceof ConflictException) return { error }
    throw error
  }
}

async function asRecorded(
  piece: Piece,
  conversion: Plain<Conversion>,
  created: boolean
): Promise<Recorded> {
  const became = piece.became(conversion)
  if (became) return { conversion, created, ...became }
  await piece.write()
  return {
    conversion,
    created,
    referral: conversion.referralId ? await Referral.find(conversion.referralId) : null,
    commissions: await Commission.query().where('conversion_id', conversion.id).orderBy('id'),
  }
}
