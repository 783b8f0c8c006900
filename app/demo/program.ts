import { clock } from '#core/clock'
import { affiliateOf, campaigns, ownTerms } from '#demo/cast'
import Affiliate from '#models/affiliate'
import Campaign from '#models/campaign'
import Coupon from '#models/coupon'
import Link from '#models/link'
import { targetOf, type LinkTarget } from '#tracking/link_target'
import type { Actor } from '#core/actor'
import type { DateTime } from 'luxon'
import type Workspace from '#models/workspace'

/** Campaigns and who brings customers to them: affiliates as they join, with their links and coupons. */
export class Program {
  readonly links: { link: Link; target: LinkTarget }[] = []
  readonly coupons: Coupon[] = []
  #affiliates: Affiliate[] = []

  constructor(
    private workspace: Workspace,
    private actor: Actor
  ) {}

  async found(at: DateTime) {
    await clock.at(at, async () => {
      for (const { rules, ...terms } of campaigns) {
        const campaign = await Campaign.start(this.workspace, terms, this.actor)
        for (const { all, ...rule } of rules)
          await campaign.addRule({ ...rule, allConditions: all }, this.actor)
      }
    })
  }

  /** Lets affiliates join until there are `wanted`; a few are not let in, a few are suspended. */
  async growTo(wanted: number) {
    while (this.#affiliates.length < wanted) await this.#join(this.#affiliates.length)
  }

  async #join(at: number) {
    const { refParam, ...person } = affiliateOf(at)
    const waits = at % 13 === 12
    const affiliate = await Affiliate.join(
      this.workspace,
      { ...person, state: waits ? 'pending' : 'active', referrerId: this.#referrerOf(at) },
      this.actor
    )
    this.#affiliates.push(affiliate)
    if (waits) return

    const offered = await this.workspace.related('campaigns').query().orderBy('id')
    for (const [number, campaign] of offered.entries()) {
      if (number > 0 && at % 2 === 1) continue
      const link = await Link.make(
        affiliate,
        campaign,
        { refParam: await freeRef(number === 0 ? refParam : `${refParam}-shop`) },
        this.actor
      )
      if (at % 7 === 2)
        await link.change(number === 0 ? ownTerms.launch : ownTerms.shop, this.actor)
      this.links.push({ link, target: await targetOf(link) })
    }
    if (at % 9 === 4) await this.#negotiate(affiliate)
    if (at % 5 === 0)
      this.coupons.push(await Coupon.make(affiliate, offered[0], `${refParam}-10`, this.actor))
    if (at % 17 === 16)
      await affiliate.suspend(this.actor, 'terms_violation', 'Bought ads on our brand name.')
  }

  /** Every fourth was brought by one who came before. */
  #referrerOf(at: number) {
    return at % 4 === 3 ? this.#affiliates[Math.floor(at / 4)].id : null
  }
  async #negotiate(affiliate: Affiliate) {
    const enrollment = await affiliate.related('enrollments').query().orderBy('id').firstOrFail()
    await enrollment.change(ownTerms.partner, this.actor)
  }
}

/** Another workspace's demo may have taken it: then the link makes one of its own. */
async function freeRef(refParam: string) {
  return (await Link.findBy('ref_param', refParam)) ? undefined : refParam
}
