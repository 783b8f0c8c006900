import { describeTerms } from '#terms/describe'
import { choices } from '#views/pages/choices'
import { currenciesOf } from '#views/pages/amounts'
import { rulesOf } from '#transformers/preview_transformer'
import type Campaign from '#models/campaign'
import type Workspace from '#models/workspace'
import type { Preview } from '#tracking/preview'

/** What the form of a sale to try offers. */
export async function previewForm(workspace: Workspace, campaign: Campaign) {
  const { affiliates: sellers, tooMany } = await choices(workspace, {})
  const { reward, holdAbove, capPerCommission } = campaign
  const amounts = reward.type === 'flat' ? reward.amounts : null
  const currencies = currenciesOf(workspace, amounts, holdAbove, capPerCommission)
  return { campaign, sellers, tooMany, currencies }
}

/** What came of a sale that was tried, and the form as it was filled in. */
export async function previewPage(
  workspace: Workspace,
  campaign: Campaign,
  seen: Preview,
  input: Record<string, unknown>
) {
  const { terms } = seen.weighed
  return {
    ...(await previewForm(workspace, campaign)),
    input,
    seen,
    rules: rulesOf(campaign, seen),
    asked: terms && {
      source: terms.source,
      sentence: describeTerms(terms.reward, terms.duration, terms.caps),
    },
  }
}
