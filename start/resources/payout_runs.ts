import { statesOf } from '#core/state_machine'
import { controllers } from '#generated/controllers'
import { listing } from '#http/listing'
import { deed, resource } from '#http/resource'
import PayoutRun from '#models/payout_run'
import * as shapes from '#openapi/shape'
import { expands, ofAffiliate } from '#start/resources/shared'
import LeftOutTransformer, { leftOutShapes } from '#transformers/left_out_transformer'
import PaymentFileTransformer from '#transformers/payment_file_transformer'
import ReconciliationLineTransformer from '#transformers/reconciliation_line_transformer'
import ReconciliationTransformer from '#transformers/reconciliation_transformer'
import PayoutRunTransformer from '#transformers/payout_run_transformer'
import * as affiliate from '#validators/affiliate'
import * as payout from '#validators/payout'

/** What a dry run tells of a run. */
const previewShape = shapes.object({
  currency: shapes.currency(),
  cutoff: shapes.instant(),
  payouts_count: shapes.whole(),
  amount: shapes.money(),
  left_out: shapes.list(shapes.object(leftOutShapes)),
})

/** Payout runs, from review to payment. */
export const payoutRunsResources = [
  resource('payout_runs', controllers.PayoutRuns, PayoutRunTransformer, {
    index: {
      may: 'v1.payouts.read',
      says: 'List payout runs',
      lists: listing({
        states: statesOf(PayoutRun.machine),
        filters: ['currency', 'trigger'],
        sorts: ['cutoff', 'amount'],
      }),
    },
    create: { may: 'v1.payouts.write', says: 'Open a run' },
    store: {
      may: 'v1.payouts.write',
      says: 'Open a run per currency with something due',
      takes: payout.newRun,
      statuses: [200, 201, 202],
      gives: shapes.object({
        data: shapes.list({ anyOf: [shapes.ref(PayoutRunTransformer), previewShape] }),
      }),
    },
    show: { may: 'v1.payouts.read', says: 'One payout run' },
  }),
  resource(
    'payout_runs/:payout_run_id/left_out',
    controllers.PayoutRunLeftOuts,
    LeftOutTransformer,
    {
      index: {
        may: 'v1.payouts.read',
        says: 'Who a run leaves out, and why',
        only: 'api',
        lists: listing({ filters: ['reason'], expands: ofAffiliate }),
      },
    }
  ),
  resource('payout_runs/:payout_run_id/files', controllers.PayoutRunFiles, PaymentFileTransformer, {
    index: {
      may: 'v1.payouts.approve',
      says: 'The payment files of a run',
      conflicts: true,
      only: 'api',
      gives: shapes.object({ data: shapes.list(shapes.ref(PaymentFileTransformer)) }),
    },
    show: {
      may: 'v1.payouts.approve',
      says: 'Download a payment file by its format',
      asks: { part: shapes.whole({ minimum: 1 }) },
      conflicts: true,
      givesText: true,
      gives: { type: 'string', maxLength: 16_777_216 },
    },
  }),
  deed(
    'payout_runs/:payout_run_id/approval',
    controllers.PayoutRunApprovals,
    PayoutRunTransformer,
    {
      create: { may: 'v1.payouts.approve', says: 'Approve a run?' },
      store: {
        may: 'v1.payouts.approve',
        says: 'Approve a run',
        takes: payout.approval,
      },
    }
  ),
  deed(
    'payout_runs/:payout_run_id/rejection',
    controllers.PayoutRunRejections,
    PayoutRunTransformer,
    {
      create: { may: 'v1.payouts.approve', says: 'Reject a run?' },
      store: {
        may: 'v1.payouts.approve',
        says: 'Reject a run',
        takes: affiliate.withReason,
      },
    }
  ),
  deed('payout_runs/:payout_run_id/cancel', controllers.PayoutRunCancels, PayoutRunTransformer, {
    create: { may: 'v1.payouts.write', says: 'Cancel a run?' },
    store: {
      may: 'v1.payouts.write',
      says: 'Cancel a run',
      takes: affiliate.withReason,
    },
  }),
  deed(
    'payout_runs/:payout_run_id/execution',
    controllers.PayoutRunExecutions,
    PayoutRunTransformer,
    {
      store: {
        may: 'v1.payouts.write',
        says: 'Set an approved run on its way',
        takes: affiliate.empty,
      },
    }
  ),
  deed('payout_runs/:payout_run_id/payment', controllers.PayoutRunPayments, PayoutRunTransformer, {
    create: { may: 'v1.payouts.write', says: 'Mark a run paid?' },
    store: {
      may: 'v1.payouts.write',
      says: 'Mark all of a run paid, but for exceptions',
      takes: payout.paidRun,
    },
  }),
  resource(
    'payout_runs/:payout_run_id/reconciliations',
    controllers.PayoutRunReconciliations,
    ReconciliationTransformer,
    {
      index: {
        may: 'v1.payouts.read',
        says: 'Result files that were held against a run',
        only: 'api',
        lists: listing({ expands: { run: expands.run } }),
      },
      create: { may: 'v1.payouts.write', says: 'Read a result file' },
      store: {
        may: 'v1.payouts.write',
        says: 'Hold a result file of the bank or provider against a run',
        takes: payout.resultFile,
        statuses: [201, 202],
      },
      show: {
        may: 'v1.payouts.read',
        says: 'What a result file changed',
        lists: listing({ expands: { run: expands.run } }),
      },
    }
  ),
  resource(
    'payout_runs/:payout_run_id/reconciliations/:reconciliation_id/lines',
    controllers.PayoutRunReconciliationLines,
    ReconciliationLineTransformer,
    {
      index: {
        may: 'v1.payouts.read',
        says: 'The lines of a result file, and what came of each',
        only: 'api',
        lists: listing({
          filters: ['result', 'payout_id'],
          sorts: ['line'],
          expands: { payout: expands.payout },
        }),
      },
    }
  ),
]
