import { BaseTransformer } from '@adonisjs/core/transformers'
import * as shapes from '#openapi/shape'
import { stamps } from '#transformers/stamps'
import type Workspace from '#models/workspace'

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
    payout_schedule: shapes.anything(),
    approvals: shapes.anything(),
    payer: shapes.anything(),
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
      payer: row.payer,
      click_retention_days: row.clickRetentionDays,
      require_two_factor: row.requireTwoFactor,
      lock_version: row.lockVersion,
      ...stamps(row),
    }
  }
}
