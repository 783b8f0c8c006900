import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { dialect } from '#config/database'
import { system, type Actor } from '#core/actor'
import { atomically } from '#core/atomically'
import { newId } from '#core/ids'
import { takeTurn } from '#core/turns'
import { Together } from '#tracking/together'
import { emptyDatabase } from '#tests/support/empty_database'
import { assertBalanced } from '#tests/support/money'
import { untilOneWaits } from '#tests/support/until_one_waits'
import { makeProgram } from '#tests/support/world'
import type { Recorded } from '#tracking/record_conversion'

/** That keeps nothing, and counts how many transactions there were. */
function counted() {
  let transactions = 0
  const tell = ({ conversion, created }: Recorded) => ({ created, of: conversion.workspaceId })
  const together = new Together(tell, async () => void transactions++)
  return { together, transactions: () => transactions }
}

function saleOf(customer: string, ref: string) {
  return {
    ...{ externalId: `order of ${customer}`, amount: 9_900, currency: 'USD', ref },
    customer: { externalId: customer },
  }
}

test.group('Conversions told at once', (group) => {
  group.each.teardown(emptyDatabase)

  test('of several workspaces share transactions, and stay in their own', async ({ assert }) => {
    const programs = [await makeProgram(), await makeProgram(), await makeProgram()]
    const { together, transactions } = counted()
    const told = programs.flatMap(({ workspace, link }) =>
      ['jane', 'joe', 'kim', 'jane'].map(async (customer) => ({
        told: workspace.id,
        ...(await together.record(workspace, { input: saleOf(customer, link.refParam) }, system)),
      }))
    )
    const answers = await Promise.all(told)

    assert.isTrue(answers.every((answer) => answer.of === answer.told))
    assert.lengthOf(
      answers.filter(({ created }) => created),
      9
    )
    assert.equal(transactions(), 1)
    for (const { workspace, link } of programs) {
      const rows = await db.from('conversions').where('workspace_id', workspace.id).select('*')
      assert.sameMembers(
        rows.map((row) => row.customer_external_id),
        ['jane', 'joe', 'kim']
      )
      assert.isTrue(rows.every((row) => row.link_id === link.id))
      await assertBalanced(assert, workspace)
    }
  })

  test('by two of one workspace see each other', async ({ assert }) => {
    const { workspace, link } = await makeProgram()
    const { together, transactions } = counted()
    const keys: Actor[] = [newId('key'), newId('key')].map((id) => ({ kind: 'api_key', id }))
    const tell = (actor: Actor) =>
      together.record(workspace, { input: saleOf('jane', link.refParam) }, actor)
    const answers = await Promise.all([...keys, ...keys].map(tell))

    assert.deepEqual(
      answers.map(({ created }) => created),
      [true, false, false, false]
    )
    assert.equal(transactions(), 2)
    await assertBalanced(assert, workspace)
  })

  test('do not wait for one whose turn another has', async ({ assert }) => {
    const [one, other] = [await makeProgram(), await makeProgram()]
    const { together } = counted()
    const [taken, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const holding = atomically(async () => {
      await takeTurn('customer', one.workspace.id, 'jane')
      taken.resolve()
      await ended.promise
    })
    await taken.promise
    const record = ({ workspace, link }: typeof one) =>
      together.record(workspace, { input: saleOf('jane', link.refParam) }, system)
    const waiting = record(one)
    await untilOneWaits()
    const answer = await record(other)

    assert.equal(answer.of, other.workspace.id)
    assert.lengthOf(await db.from('conversions').where('workspace_id', one.workspace.id), 0)
    ended.resolve()
    await holding
    assert.equal((await waiting).of, one.workspace.id)
  }).skip(dialect === 'sqlite', 'It has one writer')

  test('one that the database refuses keeps those of other workspaces from nothing', async ({
    assert,
  }) => {
    const [one, other] = [await makeProgram(), await makeProgram()]
    const { together } = counted()
    const [refused, taken] = await Promise.allSettled([
      together.record(
        one.workspace,
        { input: { ...saleOf('jane', one.link.refParam), amount: 1_000_000_000_000 } },
        system
      ),
      together.record(other.workspace, { input: saleOf('jane', other.link.refParam) }, system),
    ])
    assert.equal(refused.status, 'rejected')
    assert.equal(taken.status, 'fulfilled')
    assert.lengthOf(await db.from('conversions').select('id'), 1)
    await assertBalanced(assert, other.workspace)
  })
})
