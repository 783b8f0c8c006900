import type Affiliate from '#models/affiliate'
import type Campaign from '#models/campaign'
import type { Plain } from '#core/plain'
import type Click from '#models/click'
import type Coupon from '#models/coupon'
import type Enrollment from '#models/enrollment'
import type Link from '#models/link'
import type { Facts } from '#tracking/facts'

/** All that may have brought the customers of a piece, by what each is asked for with. */
export class Found {
  readonly #affiliates: Map<string, Affiliate>
  readonly #campaigns: Map<string, Campaign>
  readonly #clicks: Map<string, Plain<Click>>
  readonly #coupons: Map<string, Coupon>
  readonly #enrollments: Map<string, Enrollment>
  readonly #links: Map<string, Link>
  readonly #refs: Map<string, Link>

  constructor(facts: Facts) {
    const visits = [...facts.visitorClicks.values()].flat()
    this.#affiliates = by(facts.affiliates, ({ id }) => id)
    this.#campaigns = by(facts.campaigns, ({ id }) => id)
    this.#clicks = by([...visits, ...facts.clicks], ({ id }) => id)
    this.#coupons = by(facts.coupons, ({ code }) => code)
    this.#enrollments = by(facts.enrollments, nameOf)
    this.#links = by(facts.links, ({ id }) => id)
    this.#refs = by(facts.links, ({ refParam }) => refParam)
  }

  affiliate(id: string | null) {
    return this.#affiliates.get(id ?? '') ?? null
  }

  campaign(id: string) {
    return this.#campaigns.get(id)
  }

  click(id: string) {
    return this.#clicks.get(id)
  }

  coupon(code: string | undefined) {
    return this.#coupons.get(code?.toUpperCase() ?? '') ?? null
  }

  link(id: string | null) {
    return this.#links.get(id ?? '') ?? null
  }

  linkOfRef(ref: string | undefined) {
    return this.#refs.get(ref?.toLowerCase() ?? '') ?? null
  }

  enrollment(affiliate: Affiliate, campaign: Campaign) {
    return this.#enrollments.get(nameOf({ affiliateId: affiliate.id, campaignId: campaign.id }))
  }

  addEnrollment(enrollment: Enrollment) {
    this.#enrollments.set(nameOf(enrollment), enrollment)
  }
}

function nameOf({ affiliateId, campaignId }: { affiliateId: string; campaignId: string }) {
  return `${affiliateId} ${campaignId}`
}

function by<T>(rows: T[], name: (row: T) => string) {
  return new Map(rows.map((row) => [name(row), row]))
}
