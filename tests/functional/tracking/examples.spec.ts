import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import ApiKey from '#models/api_key'
import TestSale from '#models/test_sale'
import { base } from '#tests/support/api'
import { pasted } from '#tests/support/pasted'
import { makeProgram } from '#tests/support/world'
import { saleExamples } from '#views/pages/tracking_examples'

const run = promisify(execFile)

/** What runs a file of each language, and how to see whether this machine can. */
const interpreters = {
  typescript: { command: process.execPath, can: ['--version'], suffix: 'mts' },
  python: { command: 'python3', can: ['-c', 'import urllib.request'], suffix: 'py' },
  php: { command: 'php', can: ['-r', 'exit(+!function_exists("curl_init"));'], suffix: 'php' },
  ruby: { command: 'ruby', can: ['-e', 'require "net/http"'], suffix: 'rb' },
}

/** What it printed. */
async function ran(language: keyof typeof interpreters, text: string, key: string) {
  const { command, suffix } = interpreters[language]
  const folder = await mkdtemp(join(tmpdir(), 'tributary-example-'))
  try {
    const file = join(folder, `example.${suffix}`)
    await writeFile(file, text)
    const { stdout } = await run(command, [file], { env: { ...process.env, TRIBUTARY_KEY: key } })
    return stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function selling() {
  const { workspace, owner, link } = await makeProgram()
  const key = await ApiKey.mint(workspace, owner, { name: 'Shop' })
  const examples = saleExamples({
    api: `${base}/api/v1`,
    accountId: workspace.id,
    currency: workspace.currency,
    brought: ['ref', link.refParam],
  })
  const textOf = (wanted: string) => examples.find(({ language }) => language === wanted)!.text
  const arrived = () => TestSale.query().where('workspace_id', workspace.id)
  return { key: key.secret!, textOf, arrived }
}

test.group('The examples of the tracking page', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('curl sends a sale', async ({ assert }) => {
    const { key, textOf, arrived } = await selling()
    const { status, text } = await pasted(textOf('curl'), { TRIBUTARY_KEY: key })
    assert.equal(status, 200, text)
    assert.lengthOf(await arrived(), 1)
  })

  for (const [language, { command, can }] of Object.entries(interpreters)) {
    const isHere = spawnSync(command, can).status === 0
    test(`${language} sends a sale`, async ({ assert }) => {
      const { key, textOf, arrived } = await selling()
      const printed = await ran(language as keyof typeof interpreters, textOf(language), key)
      assert.match(printed, /attributed"?: ?true/)
      assert.lengthOf(await arrived(), 1)
    }).skip(!isHere, `${command} is not here`)
  }
})
