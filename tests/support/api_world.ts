import { system } from '#core/actor'
import ApiKey from '#models/api_key'
import Click from '#models/click'
import Coupon from '#models/coupon'
import Enrollment from '#models/enrollment'
import Event from '#models/event'
import UserToken from '#models/user_token'
import { apiOf, clientOf } from '#tests/support/api'
import { dueProgram, openRun, refund } from '#tests/support/money'
import { makeAffiliate, makeUser, unique } from '#tests/support/world'
import type { Route } from '#tests/support/actions'

/** A workspace with a row for every path of the API, and what bodies may name. */
export async function apiWorld() {
  const program = await dueProgram()
  const { workspace, owner, affiliate, campaign, sale, commission, link } = program
  const given = await refund(sale, 100)
  const { run, payout } = await openRun(workspace, owner)
  const coupon = await Coupon.make(affiliate, campaign, `C${unique()}`, system)
  const other = await makeAffiliate(workspace)
  const key = await ApiKey.mint(workspace, owner, { name: 'Spare' })
  const api = await apiOf(workspace, owner)
  await api.post('/track/click', { ref: link.refParam })
  const rule = await api.post(`/campaigns/${campaign.id}/rules`, {
    event: 'sale',
    reward: { type: 'percent', rate_bps: 100 },
  })
  const people = clientOf((await UserToken.signIn(owner)).access_token, workspace)
  const invitation = await people.post('/invitations', {
    email: `new${unique()}@example.com`,
    role: 'member',
  })
  const member = await workspace
    .related('memberships')
    .create({ userId: (await makeUser()).id, role: 'member' })
  const of = { workspace_id: workspace.id }
  const click = await Click.query().where(of).firstOrFail()
  const event = await Event.query().where(of).firstOrFail()
  const enrollment = await Enrollment.query().where(of).firstOrFail()

  /** By the last word of the path that they stand in. */
  const ids: Record<string, string> = {
    members: member.id,
    invitations: invitation.body.id,
    campaigns: campaign.id,
    rules: rule.body.id,
    affiliates: other.id,
    enrollments: enrollment.id,
    links: link.id,
    coupons: coupon.id,
    clicks: click.id,
    referrals: sale.referralId!,
    conversions: sale.id,
    refunds: given.id,
    commissions: commission.id,
    payout_runs: run.id,
    payouts: payout.id,
    api_keys: key.id,
    events: event.id,
  }
  const known = {
    affiliate_id: affiliate.id,
    campaign_id: campaign.id,
    default_campaign_id: campaign.id,
    referrer_id: affiliate.id,
    affiliate_ids: [affiliate.id],
    ref: link.refParam,
    conversion_external_id: sale.externalId,
    email: 'a@example.com',
    country: 'DE',
    currency: 'USD',
    timezone: 'UTC',
    allowed_ips: ['127.0.0.1'],
    lock_version: undefined,
    dry_run: undefined,
  }
  return { ...program, api, ids, known, pathOf: (route: Route) => pathOf(route, ids) }
}

/** The address of a route for these rows. */
export function pathOf({ template, resource }: Route, ids: Record<string, string>) {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const rows = name === 'id' ? resource.path.split('/').at(-1)! : name.replace(/_id$/, 's')
    return ids[rows] ?? 'none'
  })
}
