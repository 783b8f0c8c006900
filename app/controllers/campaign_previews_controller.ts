import { camelKeys } from '#http/camel'
import { find } from '#http/find'
import { take } from '#http/take'
import { preview } from '#tracking/preview'
import PreviewTransformer from '#transformers/preview_transformer'
import { supposedSale } from '#validators/preview'
import { previewForm, previewPage } from '#views/pages/campaign_preview'
import type { HttpContext } from '@adonisjs/core/http'

/** What a sale that nobody made would earn. Nothing is written. */
export default class CampaignPreviewsController {
  async show({ workspace, params, answer }: HttpContext) {
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    return answer.form(() => previewForm(workspace, campaign))
  }

  /** POST /campaigns/:campaign_id/preview */
  async store(ctx: HttpContext) {
    const { workspace, params, request, answer } = ctx
    const campaign = await find(workspace.related('campaigns'), params.campaign_id)
    const asked = camelKeys(await take(ctx, supposedSale))
    const seen = await preview(workspace, campaign, {
      ...asked,
      event: asked.event ?? 'sale',
      amount: asked.amount ?? 0,
      currency: asked.currency ?? workspace.currency,
    })
    return answer.plain(new PreviewTransformer({ campaign, preview: seen }).toObject(), () =>
      previewPage(workspace, campaign, seen, request.body())
    )
  }
}
