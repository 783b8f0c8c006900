import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Stop, say } from './console.mjs'
import { run } from './run.mjs'

let updated = false

/** The path of a program; installs its Debian package when it is missing. */
export async function ensureProgram(program, debianPackage, otherwise = '') {
  const found = findProgram(program)
  if (found) return found
  await installDebianPackage(debianPackage, otherwise)
  return (
    findProgram(program) ??
    refuse(debianPackage, 'its package does not hold the program', otherwise)
  )
}

export async function installDebianPackage(name, otherwise = '') {
  if (!existsSync('/usr/bin/apt-get')) refuse(name, 'this system has no apt-get', otherwise)
  const sudo = await howToBecomeRoot()
  if (!sudo) refuse(name, 'installing it needs root', otherwise)

  say(`Installing ${name} from Debian's packages (once).`)
  if (!updated) await apt(sudo, ['update'], name, otherwise)
  updated = true
  await apt(sudo, ['install', '-y', '--no-install-recommends', name], name, otherwise)
}

export function findProgram(program) {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/local/bin',
    '/usr/bin',
    '/usr/sbin',
    '/usr/local/sbin',
  ]
  return folders.map((folder) => join(folder, program)).find(isExecutable)
}

async function apt(sudo, args, name, otherwise) {
  const [command, ...rest] = [
    ...sudo,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-q',
    '-o',
    'DPkg::Lock::Timeout=120',
  ]
  const { code, tail } = await run(command, [...rest, ...args])
  if (code !== 0) refuse(name, `apt-get ${args[0]} failed:\n${tail}\n`, otherwise)
}

async function howToBecomeRoot() {
  if (process.getuid() === 0) return []
  if (!findProgram('sudo')) return null
  const { code } = await run('sudo', ['-n', 'true'])
  return code === 0 ? ['sudo', '-n'] : null
}

function refuse(name, why, otherwise) {
  throw new Stop(
    `${name} is missing, and ${why}. Install it (on Debian and Ubuntu: sudo apt-get install ${name}), then start again.${otherwise && ` ${otherwise}`}`
  )
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
