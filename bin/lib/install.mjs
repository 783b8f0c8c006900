import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { Stop, say } from './console.mjs'
import { exclusively } from './lock.mjs'
import { inRoot, root } from './paths.mjs'
import { run } from './run.mjs'

/** Installs the packages of package-lock.json, unless just those are there. */
export async function installPackages() {
  if (areInstalled()) return
  mkdirSync(inRoot('.build'), { recursive: true })
  await exclusively(
    inRoot('.build', 'install.lock'),
    () => areInstalled() || install(),
    ({ pid }) => say(`Waiting for process ${pid}, which is installing packages.`)
  )
}

/** npm lists what it put into node_modules in a lock file of its own, written last; it must say the same. */
function areInstalled() {
  const there = readJson(inRoot('node_modules', '.package-lock.json'))?.packages
  if (!there) return false
  const wanted = readJson(inRoot('package-lock.json')).packages
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    return there[path] ? there[path].version === version : Boolean(optional)
  })
}

async function install() {
  say(
    existsSync(inRoot('node_modules'))
      ? 'Packages changed; installing them.'
      : 'Installing packages (a minute, once).'
  )
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const { code, tail } = await run('npm', args, { cwd: root, env: withoutOurPath() }).catch(
    (error) => {
      throw new Stop(
        `npm could not be started (${error.message}). Install Node 20 or later with npm, then start again.`
      )
    }
  )
  if (code !== 0) {
    throw new Stop(
      `${tail}\n\nPackages could not be installed. Is the npm registry reachable? Mend that, then start again.`
    )
  }
}

/** npm must not run on the Node in node_modules: it is about to delete it. */
function withoutOurPath() {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith('node_modules/.bin'))
  return { ...process.env, PATH: path.join(delimiter), NODE_ENV: 'development' }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
