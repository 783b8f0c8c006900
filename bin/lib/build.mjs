import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join, relative } from 'node:path'
import { Stop, say } from './console.mjs'
import { identify, isAlive } from './identity.mjs'
import { exclusively } from './lock.mjs'
import { node24, onNode24 } from './node24.mjs'
import { inRoot, root } from './paths.mjs'
import { run } from './run.mjs'

const sources = [
  ...['app', 'bin', 'commands', 'config', 'database', 'providers', 'public', 'resources', 'start'],
  ...[
    'ace.js',
    'adonisrc.ts',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'vite.config.ts',
  ],
]

/** The folder of the current sources' build, made when it is not there. It stays while this process lives. */
export async function ensureBuild() {
  mkdirSync(inRoot('.build'), { recursive: true })
  const current = claim(currentBuild())
  if (existsSync(current)) return touched(current)
  return exclusively(inRoot('.build', 'build.lock'), makeBuild, ({ pid }) =>
    say(`Waiting for process ${pid}, which is building.`)
  )
}

/** Where the build of the sources as they are belongs, whether it is there or not. */
export const currentBuild = () => inRoot('.build', hashOf(sources))

/** Browser assets for a run from the sources (tests); a build makes its own. */
export const ensureAssets = () =>
  ensureMade({
    what: 'The browser assets',
    from: ['resources/css', 'resources/js', 'vite.config.ts', 'package-lock.json'],
    to: ['public', 'assets'],
    by: ['node_modules/vite/bin/vite.js', 'build'],
  })

/** The index of controllers and the types of routes, for a run from the sources in environment `env`. */
export const ensureGenerated = (env) =>
  ensureMade({
    env,
    what: 'The generated files in .adonisjs',
    from: ['app/controllers', 'app/http', 'start', 'adonisrc.ts', 'package-lock.json'],
    to: ['.adonisjs', 'server'],
    by: ['ace.js', 'codegen'],
  })

/** Runs what makes a folder, unless it is there as it was made from the sources as they are; one process at a time. */
async function ensureMade({ what, from, to, by, env = onNode24(process.env) }) {
  mkdirSync(inRoot('.build'), { recursive: true })
  const stamp = inRoot('.build', `${to.join('-')}.made`)
  await exclusively(`${stamp}.lock`, async () => {
    const hash = () => hashOf([...from, to.join('/')])
    if (existsSync(inRoot(...to)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash())
      return
    const { code, tail } = await run(node24(), by, { cwd: root, env })
    if (code !== 0) throw new Stop(`${tail}\n\n${what} could not be made.`)
    writeFileSync(stamp, hash())
  })
}

/** Sources that change while they are built would be built under a wrong name, so those are built again. */
async function makeBuild() {
  for (;;) {
    const target = claim(currentBuild())
    if (existsSync(target)) return touched(target)
    await build()
    if (currentBuild() !== target) continue
    renameSync(inRoot('build'), target)
    removeOldBuilds(target)
    return target
  }
}

async function build() {
  say('Building (half a minute, once for each change of the sources).')
  const env = { ...onNode24(process.env), NODE_ENV: 'development' }
  const { code, tail } = await run(
    node24(),
    ['ace.js', 'build', '--tsconfig=tsconfig.build.json'],
    { cwd: root, env }
  )
  if (code !== 0 || !existsSync(inRoot('build', 'bin', 'server.js'))) {
    throw new Stop(
      `${tail}\n\nThe build failed. If you changed the sources, mend what is named above; else please report this.`
    )
  }
}

/** Says that this process uses a build, so that no other start removes it (nor can one in a read-only checkout). */
function claim(build) {
  const me = identify()
  try {
    writeFileSync(`${build}.used_by.${me.pid}`, JSON.stringify(me))
  } catch (error) {
    if (!existsSync(build))
      throw new Stop(
        `${inRoot('.build')} cannot be written (${error.code}), and the sources are not built yet. Let this user write there.`
      )
  }
  return build
}

export function releaseBuilds() {
  const names = existsSync(inRoot('.build')) ? readdirSync(inRoot('.build')) : []
  for (const name of names) {
    if (name.endsWith(`.used_by.${process.pid}`)) rmSync(inRoot('.build', name), { force: true })
  }
}

/** Keeps the newest two, and those that a living process uses. */
function removeOldBuilds() {
  const entries = readdirSync(inRoot('.build')).map((name) => inRoot('.build', name))
  const claims = entries.filter((entry) => entry.includes('.used_by.'))
  const [used, left] = [claims.filter(isHeld), claims.filter((file) => !isHeld(file))]
  left.forEach((file) => rmSync(file, { force: true }))

  const builds = entries.filter((entry) => /^[0-9a-f]{16}$/.test(basename(entry)))
  const newestFirst = builds.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  const unused = newestFirst
    .slice(2)
    .filter((build) => !used.some((file) => file.startsWith(`${build}.used_by.`)))
  unused.forEach((build) => rmSync(build, { recursive: true, force: true }))
}

function isHeld(file) {
  try {
    return isAlive(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return false
  }
}

/** The newest build is the one that was started last. */
function touched(build) {
  try {
    utimesSync(build, new Date(), new Date())
  } catch {
    // A read-only checkout.
  }
  return build
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesUnder(inRoot(path)))) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

function filesUnder(path) {
  if (!existsSync(path) || path.endsWith('.mjs') || path === inRoot('public', 'assets')) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}
