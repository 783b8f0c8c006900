import { once } from 'node:events'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { recordRefund } from '#ledger/refunds'
import Commission from '#models/commission'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import { allTheWay } from '#tests/fault/money_way'
import { startWorker } from '#tests/fault/worker'
import { assertBalanced } from '#tests/support/money'
import { makeAffiliate, makeCrowd, makeWorkspace } from '#tests/support/world'
import type { Assert } from '@japa/assert'
import type { ChildProcess } from 'node:child_process'

const ROUNDS = Number(process.env.TEST_SCALE ?? 1)
const KILLS = 4

/** A process that is killed dies within so many of its statements: fewer than the whole way takes. */
const MOMENTS = 60
const AFFILIATES = 150

/** More commissions than a request works on: every step is done piece by piece. */
const EACH = 7

type Program = Awaited<ReturnType<typeof owing>>

/** A workspace that owes each of its affiliates 7 commissions of $10.00. */
function owing() {
  return atomically(async () => {
    const { workspace, owner } = await makeWorkspace()
    for (let number = 0; number < AFFILIATES; number++) {
      const affiliate = await makeAffiliate(workspace)
      for (let bonus = 0; bonus < EACH; bonus++) {
        const what = {
          kind: 'bonus',
          amount: 1_000,
          currency: 'USD',
          explanation: 'well done',
        } as const
        const whose = { workspaceId: workspace.id, affiliateId: affiliate.id, dueAt: clock.now() }
        await Commission.record({ ...what, ...whose }, system)
      }
    }
    return { workspace, owner }
  })
}

/** Processes that stand ready and begin together. */
async function startWorkers(
  count: number,
  { workspace, owner }: Program,
  ...lastStatement: string[]
): Promise<ChildProcess[]> {
  const args = [workspace.id, owner.id, ...lastStatement]
  const workers = await Promise.all(
    Array.from({ length: count }, () => startWorker('money_worker.ts', args))
  )
  for (const worker of workers) worker.send('go')
  return workers
}

async function assertPaidOnce(assert: Assert, { workspace }: Program) {
  const ofWorkspace = { workspace_id: workspace.id }
  const [run, ...others] = await PayoutRun.query().where(ofWorkspace)
  assert.lengthOf(others, 0)
  assert.deepEqual(
    [run.state, run.payoutsCount, run.amount, run.progressStep],
    ['completed', AFFILIATES, AFFILIATES * EACH * 1_000, null]
  )
  assert.lengthOf(await Payout.query().where({ ...ofWorkspace, state: 'paid' }), AFFILIATES)
  assert.lengthOf(
    await Commission.query().where({ ...ofWorkspace, state: 'paid' }),
    AFFILIATES * EACH
  )
  assert.lengthOf(await db.from('payout_lines').where(ofWorkspace), AFFILIATES * EACH)
  for (const type of ['payout.created', 'payout.approved', 'payout.executed', 'payout.paid']) {
    assert.lengthOf(await db.from('events').where({ ...ofWorkspace, type }), AFFILIATES, type)
  }
  assert.lengthOf(await run.related('files').query(), 1)
  await assertBalanced(assert, workspace)
}

test.group('Money, whatever happens to processes', () => {
  test('two workers on one run make, approve and pay each payout once', async ({
    assert,
    cleanup,
  }) => {
    const program = await owing()
    const workers = await startWorkers(2, program)
    cleanup(() => workers.forEach((worker) => void worker.kill('SIGKILL')))
    const codes = await Promise.all(workers.map((worker) => once(worker, 'exit')))
    assert.deepEqual(
      codes.map(([code]) => code),
      [0, 0]
    )
    await assertPaidOnce(assert, program)
  })

  test('refunds while two processes take a run all the way: each is paid once, and the books balance', async ({
    assert,
    cleanup,
  }) => {
    const { workspace, owner, sales } = await makeCrowd(40)
    const workers = await startWorkers(2, { workspace, owner })
    cleanup(() => workers.forEach((worker) => void worker.kill('SIGKILL')))
    const ended = Promise.all(workers.map((worker) => once(worker, 'exit')))
    for (const { externalId } of sales) {
      const refund = { externalId: `back-${externalId}`, conversionExternalId: externalId }
      await recordRefund(workspace.id, { ...refund, amount: 5_000 }, system)
    }
    assert.deepEqual(
      (await ended).map(([code]) => code),
      [0, 0]
    )
    const ofWorkspace = { workspace_id: workspace.id }
    const [run, ...others] = await PayoutRun.query().where(ofWorkspace)
    assert.lengthOf(others, 0)
    assert.deepEqual([run.state, run.payoutsCount], ['completed', sales.length])
    for (const type of ['payout.created', 'payout.approved', 'payout.executed', 'payout.paid'])
      assert.lengthOf(await db.from('events').where({ ...ofWorkspace, type }), sales.length, type)
    await assertBalanced(assert, workspace)
  })

  test('kill -9 at random moments: the run is gone on with, and each is paid once', async ({
    assert,
    cleanup,
  }) => {
    for (let round = 0; round < ROUNDS; round++) {
      const program = await owing()
      let kills = 0
      for (; kills < KILLS; kills++) {
        const last = 1 + Math.floor(Math.random() * MOMENTS)
        const [worker] = await startWorkers(1, program, String(last))
        cleanup(() => void worker.kill('SIGKILL'))
        const [code, signal] = await once(worker, 'exit')
        await assertBalanced(assert, program.workspace)
        if (code === 0) break
        assert.equal(signal, 'SIGKILL', `at statement ${last}`)
      }
      assert.isAbove(kills, 0)
      await allTheWay(program.workspace.id, program.owner.id)
      await assertPaidOnce(assert, program)
    }
  }).timeout(120_000 * ROUNDS)
})
