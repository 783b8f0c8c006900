import AskProvidersJob from '#jobs/ask_providers_job'
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
import type { Schedule } from '#queue/job'

/** Everything that runs by the clock. Crons are in UTC; a workspace's own zone is its payout schedule's affair. */
export const schedules: readonly Schedule[] = [
  { job: RollUpClicksJob, cron: '* * * * *', says: 'every minute' },
  { job: RollUpSumsJob, cron: '* * * * *', says: 'every minute' },
  { job: DecideOpenConversionsJob, cron: '* * * * *', says: 'every minute' },
  { job: ProcessSourceEventsJob, cron: '* * * * *', says: 'every minute' },
  { job: RelayMailsJob, cron: '* * * * *', says: 'every minute' },
  { job: MatureCommissionsJob, cron: '*/5 * * * *', says: 'every 5 minutes' },
  { job: ContinueRunsJob, cron: '*/5 * * * *', says: 'every 5 minutes' },
  { job: SendPayoutsJob, cron: '* * * * *', says: 'every minute' },
  { job: AskProvidersJob, cron: '* * * * *', says: 'every minute' },
  { job: ReconcileJob, cron: '*/5 * * * *', says: 'every 5 minutes' },
  { job: OpenDueRunsJob, cron: '*/15 * * * *', says: 'every 15 minutes' },
  { job: FillSamplesJob, cron: '* * * * *', says: 'every minute' },
  { job: RenewStatisticsJob, cron: '40 * * * *', says: 'every hour' },
  { job: ExpireJob, cron: '10 2 * * *', says: 'nightly at 02:10 UTC' },
  { job: PruneClicksJob, cron: '30 2 * * *', says: 'nightly at 02:30 UTC' },
  { job: VerifyLedgerJob, cron: '0 3 * * *', says: 'nightly at 03:00 UTC' },
]
