import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { system } from '#core/actor'
import { transition, transitionAll, type StatefulModel } from '#core/transition'
import Affiliate from '#models/affiliate'
import ApiKey from '#models/api_key'
import Campaign from '#models/campaign'
import Commission from '#models/commission'
import Enrollment from '#models/enrollment'
import Event from '#models/event'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import Referral from '#models/referral'
import Refund from '#models/refund'
import { assertRefused, dueProgram, openRun, refund } from '#tests/support/money'

/** One row of every table with states. */
async function rows() {
  const { workspace, owner, sale, commission, affiliate, campaign } = await dueProgram()
  await ApiKey.mint(workspace, owner, { name: 'key' })
  await refund(sale, 100)
  await openRun(workspace, owner)
  const ofWorkspace = { workspace_id: workspace.id }
  return {
    Affiliate: affiliate,
    Campaign: campaign,
    Commission: commission,
    ApiKey: await ApiKey.query().where(ofWorkspace).firstOrFail(),
    Enrollment: await Enrollment.query().where(ofWorkspace).firstOrFail(),
    Payout: await Payout.query().where(ofWorkspace).firstOrFail(),
    PayoutRun: await PayoutRun.query().where(ofWorkspace).firstOrFail(),
    Referral: await Referral.query().where(ofWorkspace).firstOrFail(),
    Refund: await Refund.query().where(ofWorkspace).firstOrFail(),
  }
}

/** Written out again, and not read from the machine: what each verb starts from. */
const machines: Record<
  string,
  { model: StatefulModel; states: string[]; verbs: Record<string, string[]> }
> = {
  Affiliate: {
    model: Affiliate,
    states: ['invited', 'pending', 'active', 'rejected', 'suspended', 'archived'],
    verbs: {
      activate: ['invited', 'pending', 'suspended', 'rejected', 'archived'],
      apply: ['invited'],
      reject: ['pending'],
      suspend: ['active'],
      archive: ['invited', 'pending', 'active', 'rejected', 'suspended'],
    },
  },
  Campaign: {
    model: Campaign,
    states: ['draft', 'active', 'paused', 'archived'],
    verbs: {
      activate: ['draft', 'paused'],
      pause: ['active'],
      archive: ['draft', 'active', 'paused'],
    },
  },
  Commission: {
    model: Commission,
    states: ['held', 'pending', 'due', 'processing', 'paid', 'voided'],
    verbs: {
      release: ['held'],
      mature: ['pending'],
      approve: ['pending'],
      hold: ['pending', 'due'],
      void: ['held', 'pending', 'due'],
      process: ['due'],
      pay: ['processing'],
      let_go: ['processing'],
      take_back: ['paid'],
    },
  },
  ApiKey: {
    model: ApiKey,
    states: ['active', 'disabled', 'expired', 'revoked'],
    verbs: {
      disable: ['active'],
      enable: ['disabled'],
      expire: ['active', 'disabled'],
      revoke: ['active', 'disabled'],
    },
  },
  Enrollment: {
    model: Enrollment,
    states: ['pending', 'active', 'rejected', 'ended'],
    verbs: { activate: ['pending', 'rejected', 'ended'], reject: ['pending'], end: ['active'] },
  },
  Payout: {
    model: Payout,
    states: [
      'awaiting_approval',
      'approved',
      'processing',
      'paid',
      'returned',
      'canceled',
      'failed',
    ],
    verbs: {
      approve: ['awaiting_approval'],
      execute: ['approved'],
      pay: ['approved', 'processing'],
      fail: ['approved', 'processing'],
      cancel: ['awaiting_approval', 'approved'],
      include: ['canceled'],
      return: ['paid'],
    },
  },
  PayoutRun: {
    model: PayoutRun,
    states: [
      'draft',
      'awaiting_approval',
      'approved',
      'processing',
      'completed',
      'partly_failed',
      'canceled',
    ],
    verbs: {
      present: ['draft'],
      close_empty: ['draft'],
      approve: ['awaiting_approval'],
      start: ['approved'],
      complete: ['processing', 'partly_failed'],
      fail_partly: ['processing', 'completed'],
      cancel: ['draft', 'awaiting_approval', 'approved'],
    },
  },
  Referral: {
    model: Referral,
    states: ['lead', 'customer', 'denied', 'expired'],
    verbs: { convert: ['lead'], expire: ['lead'], deny: ['lead', 'customer'] },
  },
  Refund: {
    model: Refund,
    states: ['waiting', 'applied', 'undone', 'dropped'],
    verbs: { apply: ['waiting'], undo: ['applied'], drop: ['waiting'] },
  },
}

test.group('transition', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const [name, { model, states, verbs }] of Object.entries(machines)) {
    test(`${model.word}: each verb starts from its states, is refused from all others, and tells one event`, async ({
      assert,
    }) => {
      const row = (await rows())[name as keyof Awaited<ReturnType<typeof rows>>]
      if (name === 'Commission')
        await db.from('commissions').where('id', row.id).update({ payout_id: null })

      for (const [verb, from] of Object.entries(verbs)) {
        for (const state of states) {
          await db.from(model.table).where('id', row.id).update({ state })
          const before = await Event.query().where('subject_id', row.id)
          if (from.includes(state)) {
            await transition(row, verb, { actor: system, reason: 'because' })
            const [event] = await Event.query()
              .where('subject_id', row.id)
              .orderBy('subject_seq', 'desc')
            assert.equal(row.state, model.machine[verb].to)
            assert.deepEqual(
              [event.fromState, event.toState, event.reason],
              [state, row.state, 'because']
            )
            assert.equal(event.subjectSeq, before.length + 1)
          } else {
            await assertRefused(assert, 409, 'INVALID_TRANSITION', () =>
              transition(row, verb, { actor: system })
            )
            assert.lengthOf(await Event.query().where('subject_id', row.id), before.length)
          }
        }
      }
    })
  }

  test('the table above knows every verb', ({ assert }) => {
    for (const { model, verbs } of Object.values(machines)) {
      assert.sameMembers(
        Object.keys(verbs).filter((verb) => verb in model.machine),
        Object.keys(verbs)
      )
    }
  })

  test('transitionAll moves the rows that may move, and answers which', async ({ assert }) => {
    const { affiliate } = await dueProgram()
    const other = await dueProgram()
    await other.affiliate.suspend(system, 'fraud')
    const moved = await transitionAll(Affiliate, 'suspend', [affiliate.id, other.affiliate.id], {
      actor: system,
    })
    assert.deepEqual(moved, [affiliate.id])
    assert.deepEqual(await transitionAll(Affiliate, 'suspend', [], { actor: system }), [])
  })
})
