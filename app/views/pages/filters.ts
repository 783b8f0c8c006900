import Affiliate from '#models/affiliate'
import type Workspace from '#models/workspace'

/** A filter as the filter bar shows it. */
export interface Filter {
  name: string
  label: string
  options: { value: string; label: string }[]
}

type Asked = Record<string, unknown>

/** The workspace's campaigns that are not archived, and its currencies, to filter a list by. */
export async function campaignFilter(workspace: Workspace): Promise<Filter> {
  const campaigns = await workspace
    .related('campaigns')
    .query()
    .whereNot('state', 'archived')
    .orderBy('name')
    .limit(200)
  return {
    name: 'campaign_id',
    label: 'Campaign',
    options: campaigns.map(({ id, name }) => ({ value: id, label: name })),
  }
}

/** A filter over words of the domain, such as kinds. */
export function wordsFilter(name: string, label: string, words: readonly string[]): Filter {
  return { name, label, options: words.map((word) => ({ value: word, label: inWords(word) })) }
}

/** Filters that other pages link with: there is no list to choose from, but what is chosen has a name and can be taken off. */
export async function linkedFilters(
  workspace: Workspace,
  asked: Asked,
  labels: Record<string, string>
): Promise<Filter[]> {
  const filters: Filter[] = []
  for (const [name, label] of Object.entries(labels)) {
    const id = asked[name]
    if (typeof id !== 'string' || id === '') continue
    const named = name === 'affiliate_id' ? await nameOfAffiliate(workspace, id) : id
    filters.push({ name, label, options: [{ value: id, label: named }] })
  }
  return filters
}

async function nameOfAffiliate({ id: workspaceId }: Workspace, id: string) {
  const affiliate = await Affiliate.query().where({ workspace_id: workspaceId, id }).first()
  return affiliate?.displayName ?? id
}

function inWords(word: string) {
  const words = word.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
