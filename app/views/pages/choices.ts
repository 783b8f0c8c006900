import type Workspace from '#models/workspace'

/** Beyond this many, a list to choose from is no help; the page says how to name the affiliate instead. */
const MOST = 500

/** The affiliates and campaigns that a form offers, and the ones that its address already names. */
export async function choices(workspace: Workspace, query: Record<string, unknown>) {
  const affiliates = await workspace
    .related('affiliates')
    .query()
    .whereNotIn('state', ['archived', 'rejected'])
    .orderBy('email')
    .limit(MOST + 1)
    .select('id', 'name', 'email')
    .pojo<{ id: string; name: string | null; email: string }>()
  const campaigns = await workspace
    .related('campaigns')
    .query()
    .whereNot('state', 'archived')
    .orderBy('name')
  return {
    tooMany: affiliates.length > MOST,
    affiliates: affiliates.map(({ id, name, email }) => ({
      value: id,
      label: name ? `${name} (${email})` : email,
    })),
    campaigns: campaigns.map(({ id, name }) => ({ value: id, label: name })),
    chosen: {
      affiliate_id: query.affiliate_id,
      campaign_id: query.campaign_id ?? workspace.defaultCampaignId,
    },
  }
}
