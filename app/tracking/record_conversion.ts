import { allEnded } from '#core/all_ended'
import { atomically } from '#core/atomically'
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
import { Piece } from '#tracking/piece'
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
  const [outcome] = await inOnePiece(workspace, [input], actor, teller)
  if ('error' in outcome) throw outcome.error
  return outcome.answer
}

/**
 * Records conversions as if they came one after the other, in one transaction, and tells of each as it stands right
 * after it. What is wrong with one is its own outcome and keeps no other back.
 */
export async function recordConversions<T>(
  workspace: Workspace,
  inputs: ConversionInput[],
  actor: Actor,
  teller: Teller<T>
): Promise<Outcome<T>[]> {
  try {
    return await inOnePiece(workspace, inputs, actor, teller)
  } catch (error) {
    if (inputs.length === 1 || error instanceof UnavailableException)
      return inputs.map(() => ({ error }))
  }
  const outcomes: Outcome<T>[] = []
  for (const input of inputs)
    outcomes.push(...(await recordConversions(workspace, [input], actor, teller)))
  return outcomes
}

/** A conversion that throws takes the whole piece with it; one that is told wrong is answered so. */
function inOnePiece<T>(
  workspace: Workspace,
  inputs: ConversionInput[],
  actor: Actor,
  { tell, keep }: Teller<T>
): Promise<Outcome<T>[]> {
  const work = async () => {
    const told = new Map(inputs.map((input) => [input, toldBy(input)]))
    const piece = await Piece.of(workspace, [...told.values()])
    return piece.within(async () => {
      const answers = new Map<ConversionInput, T>()
      const outcomes: Outcome<T>[] = []
      for (const input of inputs) {
        const { externalId } = input
        const before = piece.facts.recorded.get(externalId) ?? piece.made(externalId)
        const recorded = before
          ? await again(piece, before, input)
          : { answer: await record(piece, input, told.get(input)!, actor) }
        if ('answer' in recorded) answers.set(input, tell(recorded.answer))
        outcomes.push('error' in recorded ? recorded : { answer: answers.get(input)! })
        piece.writeAhead()
      }
      await allEnded([piece.write(), ...(keep ? [keep(answers)] : [])])
      return outcomes
    })
  }
  return retryOnUnique(RACES, () => atomically(work, { large: inputs.length >= LARGE }))
}

function toldBy(input: ConversionInput) {
  return { ...input, occurredAt: input.occurredAt ?? clock.now() }
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
