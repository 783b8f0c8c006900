import { camelKeys } from '#http/camel'
import { find } from '#http/find'
import { take } from '#http/take'
import { openByHand } from '#payouts/open'
import { previewRuns } from '#payouts/preview'
import { newRun } from '#validators/payout'
import { newRunPage, runPage, runsPage } from '#views/pages/payout_run'
import type { HttpContext } from '@adonisjs/core/http'

export default class PayoutRunsController {
  index({ workspace, request, answer }: HttpContext) {
    return answer.list(workspace.related('payoutRuns').query(), () =>
      runsPage(workspace, request.qs())
    )
  }

  create({ workspace, answer }: HttpContext) {
    return answer.form(() => newRunPage(workspace))
  }

  /** Opens a run per currency with something due; a dry run tells what it would be and writes nothing. */
  async store(ctx: HttpContext) {
    const { workspace, actor, answer } = ctx
    const { dry_run: dry, ...request } = await take(ctx, newRun)
    if (dry)
      return answer.done(
        { data: await previewRuns(workspace, camelKeys(request)) },
        { to: '/payout_runs/new', status: 200 }
      )

    const runs = await openByHand(workspace, camelKeys(request), actor)
    const status = runs.length === 0 ? 200 : runs.some(({ state }) => state === 'draft') ? 202 : 201
    return answer.done(
      { data: await answer.objects(runs) },
      {
        status,
        notice:
          runs.length === 0
            ? 'Nothing is due: no run was opened.'
            : `${runs.length === 1 ? 'A run was' : `${runs.length} runs were`} opened for review.`,
        to: runs.length === 1 ? `/payout_runs/${runs[0].id}` : '/payout_runs',
      }
    )
  }

  async show({ workspace, params, request, caller, answer }: HttpContext) {
    const run = await find(workspace.related('payoutRuns'), params.id)
    return answer.shown(run, () => runPage(run, workspace, caller, request.qs()))
  }
}
