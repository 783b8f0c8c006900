import { atomically } from '#core/atomically'
import { outcomeOf, type Outcome } from '#core/outcome'
import { refuseField } from '#http/answer'
import { recordClick, targetOfRef } from '#tracking/store_click'
import { keepItems } from '#tracking/tracked'
import ClickTransformer from '#transformers/click_transformer'
import type { Infer } from '@vinejs/vine/types'
import type { Once } from '#http/once_together'
import type Workspace from '#models/workspace'
import type { trackedClick } from '#validators/tracking'

type Input = Infer<typeof trackedClick>

/** A click that is told, and the key that it is told under. */
interface Sent {
  input: Input
  once?: Once
}

export async function trackClick(workspace: Workspace, input: Input) {
  const target = await targetOfRef(workspace, input.ref.toLowerCase())
  if (!target) return refuseField('ref', 'There is no link with this ref.')
  const click = await recordClick(target, {
    visitorId: input.visitor_id ?? undefined,
    url: input.url ?? undefined,
    referrer: input.referrer ?? undefined,
    ip: input.ip ?? undefined,
    userAgent: input.user_agent ?? undefined,
  })
  return { click: new ClickTransformer(click).toObject(), visitor_id: click.visitorId }
}

/**
 * Clicks of one request, each with its own outcome: a `Tracked` as JSON. Those under keys share a transaction with what
 * is kept there.
 */
export async function trackClicks(workspace: Workspace, sent: Sent[]): Promise<Outcome<string>[]> {
  const track = ({ input }: Sent) =>
    outcomeOf(async () =>
      JSON.stringify({ status: 201, result: await trackClick(workspace, input) })
    )
  if (!sent.some(({ once }) => once)) return Promise.all(sent.map(track))

  try {
    return await atomically(async () => {
      const outcomes: Outcome<string>[] = []
      for (const one of sent) outcomes.push(await track(one))
      await keepItems(
        sent.flatMap(({ once }, at) => {
          const outcome = outcomes[at]
          return once && 'answer' in outcome ? { once, answer: outcome.answer } : []
        })
      )
      return outcomes
    })
  } catch (error) {
    if (sent.length === 1) return [{ error }]
  }
  const outcomes: Outcome<string>[] = []
  for (const one of sent) outcomes.push(...(await trackClicks(workspace, [one])))
  return outcomes
}
