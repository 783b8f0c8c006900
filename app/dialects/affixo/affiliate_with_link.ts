import vine from '@vinejs/vine'
import { atomically } from '#core/atomically'
import { affiliateAndCampaign } from '#http/affiliate_and_campaign'
import { email, text } from '#http/fields'
import Affiliate from '#models/affiliate'
import Link from '#models/link'
import AffiliateTransformer from '#transformers/affiliate_transformer'
import { refParam } from '#validators/affiliate'
import type { Fields } from '#dialects/dialect'
import type { HttpContext } from '@adonisjs/core/http'

const newAffiliate = vine.create({
  email: email(),
  name: text(120).nullable().optional(),
  ref_code: refParam().nullable().optional(),
})

/** There an affiliate has a code, here a link has one: with a code they get a link in the default campaign too. */
export async function affiliateWithLink({ workspace, actor, request }: HttpContext) {
  const { ref_code: code, ...input } = await request.validateUsing(newAffiliate)
  return atomically(async () => {
    const affiliate = await Affiliate.join(workspace, input, actor)
    if (code) {
      const { campaign } = await affiliateAndCampaign(workspace, affiliate.id)
      await Link.make(affiliate, campaign, { refParam: code }, actor)
    }
    const shown: Fields = new AffiliateTransformer(affiliate).toObject()
    return { ...shown, ref_code: code ?? null }
  })
}
