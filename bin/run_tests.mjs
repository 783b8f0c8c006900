import { existsSync, readdirSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { ensureProgram } from './lib/apt.mjs'
import { ensureBuild, ensureGenerated, releaseBuilds } from './lib/build.mjs'
import { spawn, stop, stopAll } from './lib/children.mjs'
import { Stop, main, say } from './lib/console.mjs'
import { installPackages } from './lib/install.mjs'
import { LogWatch } from './lib/log_secrets.mjs'
import { node24 } from './lib/node24.mjs'
import { inRoot, root } from './lib/paths.mjs'
import { TestBench } from './lib/test_bench.mjs'

/** Minutes without a line, at TEST_SCALE 1, after which a suite is taken to hang. */
const silence = 8

const all = ['unit', 'functional', 'browser', 'fault']

/**
 * npm test [-- [--pg] [suite...] [Japa's own flags]]: installs what is missing and runs the suites, each in a
 * process with a database and a Redis of its own. Ends with `N passed, N failed`.
 */
await main(async () => {
  const { onPostgres, suites, flags } = read(process.argv.slice(2))
  await installPackages()
  const bench = new TestBench({ onPostgres })
  const interruption = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      interruption.abort()
      stopAll(3000)
    })
  }
  try {
    const counts = []
    for (const suite of suites) {
      if (interruption.signal.aborted) return 1
      await provideFor(suite)
      counts.push(
        await bench.with(suite, async (env) => {
          await ensureGenerated(env)
          return runSuite(suite, flags, env)
        })
      )
    }
    const [passed, failed] = [sum(counts, 'passed'), sum(counts, 'failed')]
    console.log(`\n${passed} passed, ${failed} failed`)
    return failed === 0 && passed > 0 ? 0 : 1
  } finally {
    await bench.close()
    releaseBuilds()
  }
})

function read(args) {
  const firstFlag = args.findIndex((arg) => arg.startsWith('-') && arg !== '--pg')
  const words = firstFlag < 0 ? args : args.slice(0, firstFlag)
  const flags =
    firstFlag < 0 ? [] : args.slice(firstFlag).filter((arg) => arg !== '--' && arg !== '--pg')
  const named = words.filter((word) => word !== '--pg')
  const unknown = named.filter((name) => !all.includes(name))
  if (unknown.length > 0)
    throw new Stop(`There is no suite ${unknown.join(', ')}; there are ${all.join(', ')}.`)
  const suites = (named.length > 0 ? named : all).filter(hasTests)
  return { onPostgres: args.includes('--pg'), suites, flags }
}

function hasTests(suite) {
  const folder = inRoot('tests', suite)
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((file) => file.endsWith('.spec.ts'))
  )
}

/** What cannot be provided makes its tests fail, and not the other suites. */
async function provideFor(suite) {
  try {
    if (suite === 'browser') await ensureProgram('chromium', 'chromium')
    if (suite === 'fault') await ensureBuild()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(error.message)
  }
}

/**
 * Shows what Japa prints and counts from its summary. A run that ends without one counts as a failure; so does a
 * log that tells a secret.
 */
async function runSuite(suite, flags, env) {
  const color = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  const args = [
    '--import=@poppinss/ts-exec',
    '--enable-source-maps',
    'bin/test.ts',
    suite,
    ...flags,
  ]
  const child = spawn(node24(), args, {
    cwd: root,
    env: { ...env, ...color },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  const watch = endWhenSilent(child, suite, Number(env.TEST_SCALE))
  const log = new LogWatch((text) => {
    process.stdout.write(text)
    output += text
  })
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    watch.refresh()
    log.read(chunk)
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearTimeout(watch)
  log.end()
  const counts = countsIn(stripVTControlCharacters(output), code)
  if (log.told.length === 0) return counts
  say(`The log of suite ${suite} tells what no log may:\n  ${log.told.slice(0, 20).join('\n  ')}`)
  return { ...counts, failed: counts.failed + 1 }
}

function countsIn(output, code) {
  const summary = output.match(/^\s*Tests\s+\d.*$/gm)?.at(-1)
  const count = (word) => Number(summary?.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? 0)
  const counts = { passed: count('passed'), failed: count('failed') }
  const broke = summary === undefined ? !output.includes('NO TESTS EXECUTED') : code !== 0
  return broke && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** Ends a suite that hangs. */
function endWhenSilent(child, suite, scale) {
  return setTimeout(
    () => {
      say(`Suite ${suite} said nothing for ${silence * scale} minutes; it is ended.`)
      stop(child, 5000)
    },
    silence * scale * 60_000
  )
}

function sum(counts, which) {
  return counts.reduce((total, count) => total + count[which], 0)
}
