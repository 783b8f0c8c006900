import { DateTime } from 'luxon'
import { appUrl } from '#config/app'
import { clock } from '#core/clock'
import { firstIdAt } from '#core/ids'
import { saleExamples } from '#views/pages/tracking_examples'
import TestSale from '#models/test_sale'
import type Link from '#models/link'
import type Workspace from '#models/workspace'

/** How far back a check looks at most. */
const CHECK_HOURS = 24

/** How sales come in, and what is connected already. */
export async function trackingPage(workspace: Workspace, language: unknown) {
  const link = await newestLink(workspace)
  const examples = examplesFor(workspace, ['ref', link?.refParam ?? 'jane'])
  return {
    link,
    snippet: snippetFor(workspace),
    publishableKeys: await workspace
      .related('apiKeys')
      .query()
      .where({ kind: 'publishable', state: 'active' })
      .orderBy('id', 'desc'),
    examples,
    example: examples.find((one) => one.language === language) ?? examples[0],
    connected: { stripe: Boolean(workspace.sources.stripe), postback: hasPostback(workspace) },
    failedEvents: await workspace
      .related('sourceEvents')
      .query()
      .where('state', 'failed')
      .limit(100)
      .select('id'),
  }
}

/** What arrived since the check began. */
export async function checkPage(workspace: Workspace, since: unknown) {
  const begun = beginOf(since)
  const click = await workspace
    .related('clicks')
    .query()
    .where('id', '>=', firstIdAt('clk', begun.toMillis()))
    .preload('link')
    .preload('affiliate')
    .orderBy('id', 'desc')
    .first()
  const sale = await TestSale.query()
    .where('workspace_id', workspace.id)
    .where('created_at', '>=', begun.toJSDate())
    .orderBy('id', 'desc')
    .first()
  const link = await newestLink(workspace)
  const [curl] = examplesFor(
    workspace,
    click ? ['click_id', click.id] : ['ref', link?.refParam ?? 'jane']
  )
  return { begun, click, sale, link, call: curl.text, waits: !click || !sale }
}

function examplesFor({ id, currency }: Workspace, brought: [string, string]) {
  return saleExamples({ api: `${appUrl}/api/v1`, accountId: id, currency, brought })
}

function snippetFor({ snippet }: Workspace) {
  const queue =
    'window.tributary = window.tributary || function () { (tributary.q = tributary.q || []).push(arguments) }'
  return {
    ...snippet,
    text: `<script>${queue}</script>\n<script async src="${appUrl}/t.js?key=YOUR_PUBLISHABLE_KEY"></script>`,
  }
}

function hasPostback({ sources }: Workspace) {
  return Boolean(sources.postback)
}

async function newestLink(workspace: Workspace): Promise<Link | null> {
  return workspace.related('links').query().orderBy('id', 'desc').first()
}

/** An address says when its check began; without one it begins now. */
function beginOf(since: unknown): DateTime {
  const asked = typeof since === 'string' ? DateTime.fromISO(since, { zone: 'utc' }) : null
  const oldest = clock.now().minus({ hours: CHECK_HOURS })
  return asked?.isValid && asked > oldest ? asked : clock.now()
}
