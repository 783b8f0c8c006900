import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { stamps } from '#transformers/stamps'
import type { Payer } from '#models/types'
import type Workspace from '#models/workspace'

const payerShape = shapes.object({
  name: shapes.nullable(shapes.text()),
  iban: shapes.nullable(shapes.text()),
  bic: shapes.nullable(shapes.text()),
  paypal: shapes.nullable(
    shapes.object({
      client_id: shapes.text(),
      environment: shapes.oneOf(['sandbox', 'live']),
    })
  ),
})

const scheduleShape = shapes.object(
  { every: shapes.oneOf(['manual', 'week', 'half_month', 'month']), net_days: shapes.whole() },
  {
    weekday: shapes.whole({ minimum: 1, maximum: 7 }),
    day: shapes.whole({ minimum: 1, maximum: 31 }),
  }
)

const approvalsShape = shapes.object(
  { required: shapes.whole({ minimum: 1, maximum: 2 }) },
  { two_above: shapes.amounts() }
)

export default class WorkspaceTransformer extends BaseTransformer<Workspace> {
  static shape = shapes.row('ws', {
    name: shapes.text(),
    slug: shapes.text(),
    currency: shapes.currency(),
    timezone: shapes.text(),
    attribution: shapes.oneOf(['first', 'last']),
    hold_days: shapes.whole(),
    cookie_days: shapes.whole(),
    default_campaign_id: shapes.nullable(shapes.idOf('camp')),
    payout_minimums: shapes.amounts(),
    payout_schedule: scheduleShape,
    approvals: approvalsShape,
    proposed_approvals: shapes.nullable(
      shapes.object({ policy: approvalsShape, by_id: shapes.idOf('usr') })
    ),
    payer: payerShape,
    hold_limits: shapes.object({
      visitor_sales: shapes.whole(),
      visitor_hours: shapes.whole(),
      duplicate_minutes: shapes.whole(),
    }),
    snippet: shapes.object({
      parameter: shapes.text(),
      sites: shapes.list(shapes.text()),
      consent: shapes.flag(),
    }),
    click_retention_days: shapes.whole(),
    require_two_factor: shapes.flag(),
    lock_version: shapes.whole(),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      name: row.name,
      slug: row.slug,
      currency: row.currency,
      timezone: row.timezone,
      attribution: row.attribution,
      hold_days: row.holdDays,
      cookie_days: row.cookieDays,
      default_campaign_id: row.defaultCampaignId,
      payout_minimums: row.payoutMinimums,
      payout_schedule: row.payoutSchedule,
      approvals: row.approvals,
      proposed_approvals: row.proposedApprovals,
      payer: payerOf(row.payer),
      hold_limits: row.holdLimits,
      snippet: row.snippet,
      click_retention_days: row.clickRetentionDays,
      require_two_factor: row.requireTwoFactor,
      lock_version: row.lockVersion,
      ...stamps(row),
    }
  }
}

/** Without PayPal's secret: that is written, and never read. */
function payerOf({ name, iban, bic, paypal }: Payer) {
  return {
    name: name ?? null,
    iban: iban ?? null,
    bic: bic ?? null,
    paypal: paypal ? { client_id: paypal.client_id, environment: paypal.environment } : null,
  }
}
