import type { ColumnInfo, SchemaRules } from '@adonisjs/lucid/types/schema_generator'

/** How columns become TypeScript: the decorators of `database/columns.ts`, and types for what JSON and words hold. */

const columns = (name: string) => ({ source: '#database/columns', namedImports: [name] })

const instant: ColumnInfo = {
  tsType: 'DateTime',
  imports: [{ source: 'luxon', namedImports: ['DateTime'] }, columns('instant')],
  decorators: [{ name: '@instant' }],
}

const integer: ColumnInfo = {
  tsType: 'number',
  imports: [columns('integer')],
  decorators: [{ name: '@integer' }],
}

const flag: ColumnInfo = {
  tsType: 'boolean',
  imports: [columns('flag')],
  decorators: [{ name: '@flag' }],
}

/** A JSON column that holds this type of `#models/types`. */
function json(tsType: string, typeImport?: string): ColumnInfo {
  return {
    tsType,
    imports: [
      columns('json'),
      ...(typeImport ? [{ source: '#models/types', typeImports: [typeImport] }] : []),
    ],
    decorators: [{ name: '@json' }],
  }
}

/** A text column that holds one word of this type of `#models/types`. */
function word(tsType: string): ColumnInfo {
  return {
    tsType,
    imports: [{ source: '#models/types', typeImports: [tsType] }],
    decorators: [{ name: '@column' }],
  }
}

const secret: ColumnInfo = {
  tsType: 'string',
  decorators: [{ name: '@column', args: { serializeAs: null } }],
}

/** One event is found by its id; its key begins with the workspace, as the list of them does. */
const id: ColumnInfo = {
  tsType: 'string',
  decorators: [{ name: '@column', args: { isPrimary: true } }],
}

const state = (type: string) => ({ columns: { state: word(type) } })

export default {
  types: {
    bigint: integer,
    number: integer,
    boolean: flag,
    DateTime: instant,
    json: json('Record<string, unknown>'),
    jsonb: json('Record<string, unknown>'),
  },
  columns: {
    created_at: instant,
    updated_at: instant,
    expires_at: instant,
    password: secret,
    token_hash: secret,
    code_hash: secret,
    two_factor_secret: secret,
    token: secret,
    destination: secret,
    reward: json('Reward', 'Reward'),
    duration: json('Duration', 'Duration'),
    payout_minimums: json('Amounts', 'Amounts'),
    hold_above: json('Amounts', 'Amounts'),
    cap_per_commission: json('Amounts', 'Amounts'),
    cap_per_customer: json('Amounts', 'Amounts'),
    cap_per_month: json('Amounts', 'Amounts'),
    held_reasons: json('HeldReason[]', 'HeldReason'),
    tags: json('string[]'),
    attributed_by: word('AttributedBy'),
    affiliate_ids: json('string[]'),
    all_conditions: json('Condition[]', 'Condition'),
    any_conditions: json('Condition[]', 'Condition'),
  },
  tables: {
    workspaces: {
      columns: {
        attribution: word('AttributionModel'),
        payout_schedule: json('PayoutSchedule', 'PayoutSchedule'),
        approvals: json('ApprovalPolicy', 'ApprovalPolicy'),
        proposed_approvals: json('ProposedApprovals', 'ProposedApprovals'),
        payer_sealed: secret,
        sources_sealed: secret,
        hold_limits: json('HoldLimits', 'HoldLimits'),
        snippet: json('SnippetSettings', 'SnippetSettings'),
      },
    },
    memberships: { columns: { role: word('Role') } },
    invitations: { columns: { role: word('Role'), state: word('InvitationState') } },
    mails: state('MailState'),
    campaigns: state('CampaignState'),
    commission_rules: { columns: { event: word('ConversionKind') } },
    affiliates: state('AffiliateState'),
    enrollments: state('EnrollmentState'),
    referrals: state('ReferralState'),
    conversions: { columns: { kind: word('ConversionKind'), source: word('ConversionSource') } },
    source_events: {
      columns: { state: word('SourceEventState'), source: word('SourceName'), body: secret },
    },
    refunds: { columns: { state: word('RefundState'), kind: word('RefundKind') } },
    commissions: { columns: { state: word('CommissionState'), kind: word('CommissionKind') } },
    payout_runs: {
      columns: {
        state: word('PayoutRunState'),
        trigger: word('RunTrigger'),
        progress_input: json('RunPaymentInput', 'RunPaymentInput'),
      },
    },
    payouts: {
      columns: {
        state: word('PayoutState'),
        method: word('MethodKind'),
        marks: json('RiskMark[]', 'RiskMark'),
        sent_through: word('WayName'),
      },
    },
    provider_batches: { columns: { state: word('ProviderBatchState') } },
    reconciliations: {
      columns: { state: word('ReconciliationState'), format: word('ResultFormat') },
    },
    reconciliation_lines: {
      columns: { outcome: word('LineOutcome'), result: word('LineResult') },
    },
    left_outs: { columns: { reason: word('LeftOutReason') } },
    payout_methods: { columns: { kind: word('MethodKind') } },
    payment_files: { columns: { format: word('FileFormat'), content: secret } },
    api_keys: {
      columns: {
        state: word('ApiKeyState'),
        kind: word('ApiKeyKind'),
        permissions: json('PermissionMap', 'PermissionMap'),
        allowed_ips: json('string[]'),
        hash: secret,
      },
    },
    user_tokens: { columns: { refresh_hash: secret, ended_because: word('TokenEnd') } },
    events: { primaryKey: () => ({ columnName: 'id', columnInfo: id }) },
    idempotency_keys: { columns: { headers: json('Record<string, string>') } },
  },
} satisfies SchemaRules
