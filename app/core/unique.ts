/** The columns of a unique index, as SQLite names them in its error; PostgreSQL names the index. */
const columnsOf: Record<string, string> = {
  events_subject_seq_unique: 'events.subject_id, events.subject_seq',
  conversions_workspace_external_unique: 'conversions.workspace_id, conversions.external_id',
  referrals_customer_unique: 'referrals.workspace_id, referrals.customer_external_id',
  refunds_workspace_external_unique: 'refunds.workspace_id, refunds.external_id',
  links_ref_param_unique: 'links.ref_param',
  coupons_workspace_code_unique: 'coupons.workspace_id, coupons.code',
  affiliates_workspace_email_unique: 'affiliates.workspace_id, affiliates.email',
  enrollments_campaign_affiliate_unique: 'enrollments.campaign_id, enrollments.affiliate_id',
  campaigns_workspace_slug_unique: 'campaigns.workspace_id, campaigns.slug',
  approvals_run_user_unique: 'approvals.run_id, approvals.user_id',
  approvals_run_api_key_unique: 'approvals.run_id, approvals.api_key_id',
  payout_runs_scheduled_unique:
    'payout_runs.workspace_id, payout_runs.currency, payout_runs.cutoff',
  payment_files_run_format_part_unique:
    'payment_files.run_id, payment_files.format, payment_files.part',
  users_email_unique: 'users.email',
  workspaces_slug_unique: 'workspaces.slug',
  idempotency_keys_primary: 'idempotency_keys.credential, idempotency_keys.key',
}

/** Whether the error says that this unique index was about to be broken. */
export function breaksUnique(error: unknown, index: string) {
  if (!(error instanceof Error)) return false
  const { code, constraint } = error as Error & { code?: string; constraint?: string }
  if (code === '23505') return constraint === index
  return (
    Boolean(code?.startsWith('SQLITE_CONSTRAINT')) &&
    error.message.endsWith(`: ${columnsOf[index]}`)
  )
}

/** Whether the error says that some unique index was about to be broken. */
export function isUniqueViolation(error: unknown) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return ['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(
    String(code)
  )
}

/**
 * Runs the work again when another transaction took its place in a unique index meanwhile: the second time
 * it finds the other's row. What breaks the index must be in a transaction, or a savepoint, of its own.
 */
export async function retryOnUnique<T>(
  indexes: string | string[],
  work: () => Promise<T>
): Promise<T> {
  for (let left = 5; ; left--) {
    try {
      return await work()
    } catch (error) {
      if (left === 0 || ![indexes].flat().some((index) => breaksUnique(error, index))) throw error
    }
  }
}
