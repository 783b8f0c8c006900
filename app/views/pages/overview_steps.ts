import type Workspace from '#models/workspace'

/** One step of a new workspace towards its first sale. */
interface Step {
  label: string
  hint: string
  href: string
  action: string
  done: boolean
}

/** What is left to do before the first sale can come; null once one came. */
export async function firstSteps(workspace: Workspace): Promise<Step[] | null> {
  if (await workspace.related('conversions').query().first()) return null
  const has = async (relation: 'campaigns' | 'affiliates' | 'links' | 'apiKeys') =>
    Boolean(
      await workspace
        .related(relation as 'campaigns')
        .query()
        .first()
    )
  return [
    {
      label: 'Make a campaign',
      hint: 'What you pay, for what, and for how long.',
      href: '/campaigns/new',
      action: 'New campaign',
      done: await has('campaigns'),
    },
    {
      label: 'Add an affiliate',
      hint: 'Someone who sends you customers.',
      href: '/affiliates/new',
      action: 'New affiliate',
      done: await has('affiliates'),
    },
    {
      label: 'Make their link',
      hint: 'Clicks on it are counted, and what comes of them is theirs.',
      href: '/links/new',
      action: 'New link',
      done: await has('links'),
    },
    {
      label: 'Send your sales',
      hint: 'Your server tells Tributary of each sale by the API; make a key for it.',
      href: '/api_keys/new',
      action: 'New API key',
      done: false,
    },
  ]
}
