import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import { NotFoundError, type PermissionError, Tributary, ValidationError } from '#client'
import ApiKey from '#models/api_key'
import { base } from '#tests/support/api'
import { dropAnswerOf, flakyServer, passOnTo } from '#tests/support/flaky_server'
import { makeAffiliate, makeProgram, makeWorkspace } from '#tests/support/world'
import type { Options } from '#client'
import type { PermissionMap } from '#models/types'

const run = promisify(execFile)

test.group('TypeScript client', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('walks the whole way, from the campaign to the paid commission', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const tributary = await clientOf(workspace, owner)

    const campaign = await tributary.post('/campaigns', {
      body: {
        name: 'Spring',
        destination_url: 'https://shop.example.com/',
        reward: { type: 'percent', rate_bps: 2000 },
        hold_days: 0,
      },
    })
    const affiliate = await tributary.post('/affiliates', { body: { email: 'jane@example.com' } })
    const link = await tributary.post('/links', {
      body: { affiliate_id: affiliate.id, campaign_id: campaign.id },
    })
    const { click } = await tributary.post('/track/click', { body: { ref: link.ref_param } })
    const sale = await tributary.post('/track/sale', {
      body: {
        external_id: 'order-1',
        amount: 9900,
        currency: 'USD',
        customer: { external_id: 'user-1' },
        click_id: click.id,
      },
    })
    const [commission] = sale.commissions
    assert.deepEqual([commission.amount, commission.state], [1980, 'due'])

    const { data: runs } = await tributary.post('/payout_runs', { body: {} })
    const named = { payout_run_id: String(runs[0].id) }
    await tributary.post('/payout_runs/{payout_run_id}/approval', { path: named })
    const file = await tributary.get('/payout_runs/{payout_run_id}/files/{id}', {
      path: { ...named, id: 'csv' },
    })
    assert.include(file, 'jane@example.com')
    await tributary.post('/payout_runs/{payout_run_id}/execution', { path: named })
    const paid = await tributary.post('/payout_runs/{payout_run_id}/payment', {
      path: named,
      body: { reference: 'bank-1' },
    })
    assert.equal(paid.state, 'completed')
    const after = await tributary.get('/commissions/{id}', { path: { id: commission.id } })
    assert.equal(after.state, 'paid')
  })

  test('walks through a list page after page, while rows are added', async ({ assert }) => {
    const { workspace, owner } = await makeProgram()
    for (let made = 0; made < 4; made++) await makeAffiliate(workspace)
    const tributary = await clientOf(workspace, owner)

    const seen: string[] = []
    for await (const { id } of tributary.each('/affiliates', { query: { limit: 2 } })) {
      seen.push(id)
      await makeAffiliate(workspace)
    }
    assert.lengthOf(new Set(seen), 5)
    assert.deepEqual(seen, seen.toSorted().toReversed())
  })

  test('asks with arrays and expansions', async ({ assert }) => {
    const { workspace, owner, affiliate } = await makeProgram()
    const tributary = await clientOf(workspace, owner)
    const { data } = await tributary.get('/links', {
      query: { affiliate_id: [affiliate.id], expand: ['affiliate', 'campaign'] },
    })
    assert.equal(data[0].affiliate?.email, affiliate.email)
  })

  test('gives a bonus once, though its answer was lost', async ({ assert, cleanup }) => {
    const { workspace, owner, link } = await makeProgram()
    const { url, requests } = await flakyServer(cleanup, [dropAnswerOf(base), passOnTo(base)])
    const tributary = await clientOf(workspace, owner, { all: true }, { url, backoff: () => 0 })

    const commission = await tributary.post('/commissions', {
      body: { affiliate_id: link.affiliateId, amount: 500, currency: 'USD', reason: 'thanks' },
    })
    assert.lengthOf(requests, 2)
    const { data } = await tributary.get('/commissions')
    assert.deepEqual(
      data.map(({ id }) => id),
      [commission.id]
    )
  })

  test('the example of its README runs as it stands', async ({ assert, cleanup }) => {
    const { workspace, owner } = await makeProgram()
    const { secret } = await ApiKey.mint(workspace, owner, { name: 'Example' })
    const readme = await readFile(app.makePath('clients/typescript/README.md'), 'utf8')
    const [, example] = /```ts\n([\s\S]*?)```/.exec(readme)!
    await mkdir(app.makePath('tmp'), { recursive: true })
    const folder = await mkdtemp(app.makePath('tmp/example-'))
    cleanup(() => rm(folder, { recursive: true }))
    await writeFile(`${folder}/example.ts`, example.replace('tributary-client', '#client'))

    const env = { ...process.env, TRIBUTARY: base, KEY: secret!, ACCOUNT: workspace.id }
    const { stdout } = await run(
      process.execPath,
      ['--import=@poppinss/ts-exec', `${folder}/example.ts`],
      { env }
    )
    const [explanation, ...rest] = stdout.trim().split('\n')
    assert.match(explanation, /20% of \$99\.00/)
    assert.deepEqual(rest, ['1980 USD', 'The email field must be a valid email address'])
  })

  test('throws what was refused, by its kind', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const tributary = await clientOf(workspace, owner, { 'v1.affiliates.*': true })

    const invalid = await thrown(tributary.post('/affiliates', { body: { email: 'jane' } }))
    assert.instanceOf(invalid, ValidationError)
    assert.deepEqual(
      (invalid as ValidationError).fields.map(({ field, rule }) => [field, rule]),
      [['email', 'email']]
    )
    assert.isString((invalid as ValidationError).requestId)

    const missing = tributary.get('/affiliates/{id}', { path: { id: 'aff_../no such' } })
    assert.instanceOf(await thrown(missing), NotFoundError)

    const denied = await thrown(tributary.get('/payouts'))
    assert.equal((denied as PermissionError).need, 'v1.payouts.read')
  })
})

type Program = Awaited<ReturnType<typeof makeWorkspace>>

async function clientOf(
  workspace: Program['workspace'],
  owner: Program['owner'],
  permissions?: PermissionMap,
  options: Partial<Options> = {}
) {
  const { secret } = await ApiKey.mint(workspace, owner, { name: 'Client', permissions })
  return new Tributary({ url: base, key: secret!, account: workspace.id, ...options })
}

function thrown(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error
  )
}
