import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findProgram, installDebianPackage } from './apt.mjs'
import { spawn, stop } from './children.mjs'
import { Stop } from './console.mjs'
import { freePort } from './ports.mjs'
import { run } from './run.mjs'

const user = 'tributary'

/**
 * A PostgreSQL in a folder that is thrown away: real, but it never waits for the disk, unless it is to be durable.
 * `database(name)` makes an empty one and answers its URL.
 */
export async function temporaryPostgres(folder, { durable = false } = {}) {
  const bin = await findBinaries()
  const account = await unprivileged()
  const data = join(folder, 'postgres')
  mkdirSync(data, { mode: 0o700 })
  if (account) chownSync(data, account.uid, account.gid)

  const settings = { cwd: data, ...account, env: { ...process.env, LC_ALL: 'C.UTF-8' } }
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8']
  await must(
    join(bin, 'initdb'),
    ['-D', data, '-U', user, '-A', 'trust', '--no-sync', ...locale],
    settings
  )

  const port = await freePort()
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...options({ port, data, durable })], {
    ...settings,
    stdio: 'ignore',
  })
  const where = ['-h', '127.0.0.1', '-p', String(port), '-U', user]
  await untilReady(join(bin, 'pg_isready'), where)

  return {
    async database(name) {
      await must(join(bin, 'createdb'), [...where, name])
      return `postgres://${user}@127.0.0.1:${port}/${name}`
    },
    stop: () => stop(server, 10_000, 'SIGINT'),
  }
}

function options({ port, data, durable }) {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: data,
    ...(!durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** The folder of PostgreSQL's programs; installs Debian's package when there is none. */
export async function findBinaries() {
  if (!onThisMachine()) await installDebianPackage('postgresql')
  return onThisMachine()
}

/** Debian keeps them by version, off the PATH. */
function onThisMachine() {
  const versions = '/usr/lib/postgresql'
  const folders = existsSync(versions)
    ? readdirSync(versions).map((version) => join(versions, version, 'bin'))
    : []
  const newestFirst = folders
    .filter((folder) => existsSync(join(folder, 'initdb')))
    .sort()
    .reverse()
  const onPath = findProgram('initdb')
  return newestFirst[0] ?? (onPath && dirname(onPath))
}

/** PostgreSQL refuses to run as root; Debian's package makes a user for it. */
async function unprivileged() {
  if (process.getuid() !== 0) return undefined
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => must('id', [flag, 'postgres'])))
  return { uid: Number(uid), gid: Number(gid) }
}

async function untilReady(program, where) {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(100)) {
    const { code } = await run(program, where)
    if (code === 0) return
  }
  throw new Stop('The PostgreSQL for tests did not start within 30 s.')
}

async function must(program, args, settings) {
  const { code, stdout, tail } = await run(program, args, settings)
  if (code !== 0) throw new Stop(`${program} failed:\n${tail}`)
  return stdout
}
