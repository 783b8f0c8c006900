import Affiliate from '#models/affiliate'
import ApiKey from '#models/api_key'
import Campaign from '#models/campaign'
import Commission from '#models/commission'
import Conversion from '#models/conversion'
import Coupon from '#models/coupon'
import Enrollment from '#models/enrollment'
import Link from '#models/link'
import Event from '#models/event'
import Invitation from '#models/invitation'
import Membership from '#models/membership'
import Payout from '#models/payout'
import PayoutRun from '#models/payout_run'
import Referral from '#models/referral'
import Refund from '#models/refund'
import User from '#models/user'
import SourceEvent from '#models/source_event'
import { formatMoney } from '#money/format'
import { date } from '#views/dates'
import type Workspace from '#models/workspace'

/** What an event is about, as a person knows it, and where to look at it. */
export interface SubjectLink {
  name: string
  href: string | null
}

type Found = SubjectLink & { id: string }
type Namer = (ids: string[], workspace: Workspace) => Promise<Found[]>

const namers: Record<string, Namer> = {
  ws: async (ids, { name }) => ids.map((id) => ({ id, name, href: '/settings' })),

  mem: async (ids) => {
    const members = await Membership.query().whereIn('id', ids).preload('user')
    const here = members.map(({ id, user }) => ({
      id,
      name: user.displayName,
      href: `/members/${id}`,
    }))
    return [...here, ...(await formerMembers(ids.filter((id) => !members.some(has(id)))))]
  },

  inv: async (ids) =>
    (await Invitation.query().whereIn('id', ids)).map(({ id, email }) => ({
      id,
      name: email,
      href: `/invitations?q=${encodeURIComponent(email)}`,
    })),

  camp: async (ids) =>
    (await Campaign.query().whereIn('id', ids)).map(({ id, name }) => ({
      id,
      name,
      href: `/campaigns/${id}`,
    })),

  aff: async (ids) =>
    (await Affiliate.query().whereIn('id', ids)).map(({ id, displayName }) => ({
      id,
      name: displayName,
      href: `/affiliates/${id}`,
    })),

  enr: async (ids) =>
    (await Enrollment.query().whereIn('id', ids).preload('affiliate').preload('campaign')).map(
      ({ id, affiliate, campaign }) => ({
        id,
        name: `${affiliate.displayName} in ${campaign.name}`,
        href: `/enrollments/${id}/edit`,
      })
    ),

  link: async (ids) =>
    (await Link.query().whereIn('id', ids)).map(({ id, refParam }) => ({
      id,
      name: refParam,
      href: `/links/${id}/edit`,
    })),

  coup: async (ids) =>
    (await Coupon.query().whereIn('id', ids)).map(({ id, code }) => ({
      id,
      name: code,
      href: `/coupons/${id}/edit`,
    })),

  ref: async (ids) =>
    (await Referral.query().whereIn('id', ids)).map((referral) => ({
      id: referral.id,
      name: referral.customerName ?? referral.customerEmail ?? referral.customerExternalId,
      href: `/referrals/${referral.id}`,
    })),

  conv: async (ids) =>
    (await Conversion.query().whereIn('id', ids)).map(({ id, kind, externalId }) => ({
      id,
      name: `${kind} ${externalId}`,
      href: `/conversions/${id}`,
    })),

  rfd: async (ids) =>
    (await Refund.query().whereIn('id', ids)).map(({ id, kind, externalId, conversionId }) => ({
      id,
      name: `${kind} ${externalId}`,
      href: conversionId && `/conversions/${conversionId}`,
    })),

  sevt: async (ids) =>
    (await SourceEvent.query().whereIn('id', ids)).map(({ id, type }) => ({
      id,
      name: type,
      href: `/source_events/${id}`,
    })),

  com: async (ids) =>
    (await Commission.query().whereIn('id', ids).preload('affiliate')).map(
      ({ id, amount, currency, affiliate }) => ({
        id,
        name: `${formatMoney(amount, currency)} for ${affiliate.displayName}`,
        href: `/commissions/${id}`,
      })
    ),

  run: async (ids, { timezone }) =>
    (await PayoutRun.query().whereIn('id', ids)).map(({ id, cutoff, currency }) => ({
      id,
      name: `${date(cutoff, timezone)}, ${currency}`,
      href: `/payout_runs/${id}`,
    })),

  po: async (ids) =>
    (await Payout.query().whereIn('id', ids).preload('affiliate')).map(
      ({ id, amount, currency, affiliate }) => ({
        id,
        name: `${formatMoney(amount, currency)} to ${affiliate.displayName}`,
        href: `/payouts/${id}`,
      })
    ),

  key: async (ids) =>
    (await ApiKey.query().whereIn('id', ids)).map(({ id, name }) => ({
      id,
      name: `“${name}”`,
      href: `/api_keys/${id}`,
    })),
}

const has = (wanted: string) => (row: { id: string }) => row.id === wanted

/** The row of who left is gone; the event of their leaving tells who it was. */
async function formerMembers(ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const ends = await Event.query().whereIn('subject_id', ids).where('type', 'member.removed')
  const users = await User.query().whereIn(
    'id',
    ends.map(({ data }) => String(data.user_id))
  )
  return ends.flatMap(({ subjectId, data }) => {
    const user = users.find(has(String(data.user_id)))
    return user ? [{ id: subjectId, name: user.displayName, href: null }] : []
  })
}

/** What these ids of a workspace are called; a query or two per kind of thing, however many ids there are. */
export async function subjectsOf(ids: string[], workspace: Workspace) {
  const byPrefix = Map.groupBy(new Set(ids), (id) => id.slice(0, id.lastIndexOf('_')))
  const found = await Promise.all(
    [...byPrefix].map(([prefix, some]) => namers[prefix]?.(some, workspace) ?? [])
  )
  return new Map(found.flat().map((subject) => [subject.id, subject]))
}
