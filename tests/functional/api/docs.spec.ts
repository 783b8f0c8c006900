import testUtils from '@adonisjs/core/services/test_utils'
import app from '@adonisjs/core/services/app'
import { readdir, readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import ApiKey from '#models/api_key'
import { rebuildRollups } from '#reports/rebuild'
import { base } from '#tests/support/api'
import { dueProgram } from '#tests/support/money'
import { pasted } from '#tests/support/pasted'
import { makeAffiliate } from '#tests/support/world'

/** The pages of docs/api: each example is run, its status and the fields of its answer compared. */
test.group('API guide', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('every example of {$self} works as pasted')
    .with(async () => {
      const files = await readdir(app.makePath('docs/api'))
      return files.filter((file) => file.endsWith('.md'))
    })
    .run(async ({ assert }, file) => {
      const { workspace, owner, affiliate } = await dueProgram()
      for (let made = 0; made < 3; made++) await makeAffiliate(workspace)
      await rebuildRollups(workspace.id)
      const { secret } = await ApiKey.mint(workspace, owner, { name: 'Guide' })
      const ofAffiliate = await ApiKey.mint(workspace, owner, {
        name: 'Jane',
        kind: 'affiliate',
        affiliateId: affiliate.id,
      })
      const variables: Record<string, string> = {
        TRIBUTARY: base,
        KEY: secret!,
        ACCOUNT: workspace.id,
        EMAIL: owner.email,
        PASSWORD: 'correct horse battery',
        AFFILIATE_KEY: ofAffiliate.secret!,
      }
      const text = await readFile(app.makePath('docs/api', file), 'utf8')

      let body: unknown
      for (const { kind, status, content } of partsOf(text)) {
        if (kind === 'sh') {
          const answer = await pasted(content, variables)
          assert.equal(answer.status, status, `${content}\n${answer.text}`)
          body = answer.text.startsWith('{') ? JSON.parse(answer.text) : answer.text
        } else if (kind === 'json') {
          const missing = missingIn(body, JSON.parse(content))
          assert.deepEqual(missing, [], content)
        } else {
          const [name, place] = content.split(' = ')
          variables[name] = String(
            place
              .split('.')
              .reduce((inner: unknown, part) => (inner as Record<string, unknown>)[part], body)
          )
        }
      }
    })
})

interface Part {
  kind: 'sh' | 'json' | 'keep'
  status?: number
  content: string
}

/** The shell and JSON blocks of a page, and the comments that keep a value, in their order. */
function partsOf(text: string): Part[] {
  const pattern = /```(sh|json)(?: (\d+))?\n([\s\S]*?)```|<!-- (\w+ = [\w.]+) -->/g
  return [...text.matchAll(pattern)].map(([, kind, status, content, keep]) =>
    keep
      ? { kind: 'keep', content: keep }
      : { kind: kind as 'sh' | 'json', status: Number(status), content }
  )
}

/** The fields that a page shows and an answer lacks. */
function missingIn(answer: unknown, shown: unknown, path = ''): string[] {
  if (Array.isArray(shown)) {
    const [first] = shown
    return first ? missingIn((answer as unknown[])[0], first, `${path}[0]`) : []
  }
  if (typeof shown !== 'object' || shown === null) return []
  return Object.entries(shown).flatMap(([name, inner]) => {
    const place = path ? `${path}.${name}` : name
    const has = typeof answer === 'object' && answer !== null && name in answer
    return has ? missingIn((answer as Record<string, unknown>)[name], inner, place) : [place]
  })
}
