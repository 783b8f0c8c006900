import AskProvidersJob from '#jobs/ask_providers_job'
import ContinueRunJob from '#jobs/continue_run_job'
import ContinueRunsJob from '#jobs/continue_runs_job'
import DecideOpenConversionsJob from '#jobs/decide_open_conversions_job'
import ExpireJob from '#jobs/expire_job'
import FillSamplesJob from '#jobs/fill_samples_job'
import MatureCommissionsJob from '#jobs/mature_commissions_job'
import OpenDueRunsJob from '#jobs/open_due_runs_job'
import ProcessSourceEventsJob from '#jobs/process_source_events_job'
import PruneClicksJob from '#jobs/prune_clicks_job'
import RelayMailsJob from '#jobs/relay_mails_job'
import ReconcileJob from '#jobs/reconcile_job'
import RenewStatisticsJob from '#jobs/renew_statistics_job'
import RollUpClicksJob from '#jobs/roll_up_clicks_job'
import RollUpSumsJob from '#jobs/roll_up_sums_job'
import SendPayoutsJob from '#jobs/send_payouts_job'
import VerifyLedgerJob from '#jobs/verify_ledger_job'
import type { JobClass } from '#queue/job'

/** Every job that a worker knows. */
export const jobs: readonly JobClass[] = [
  DecideOpenConversionsJob,
  ProcessSourceEventsJob,
  MatureCommissionsJob,
  OpenDueRunsJob,
  ContinueRunJob,
  ContinueRunsJob,
  RelayMailsJob,
  SendPayoutsJob,
  AskProvidersJob,
  ReconcileJob,
  RollUpClicksJob,
  RollUpSumsJob,
  PruneClicksJob,
  ExpireJob,
  VerifyLedgerJob,
  RenewStatisticsJob,
  FillSamplesJob,
]
