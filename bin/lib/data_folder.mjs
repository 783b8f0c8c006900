import {
  accessSync,
  appendFileSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { dirname, isAbsolute, join } from 'node:path'
import { Stop } from './console.mjs'
import { inRoot } from './paths.mjs'

/** The folder that DATA_PATH names; a relative one is in the checkout. */
export function dataFolder(env = process.env) {
  const folder = env.DATA_PATH || 'storage'
  return isAbsolute(folder) ? folder.replace(/(.)\/+$/, '$1') : inRoot(folder)
}

/** Makes the data folder, and in it a `.env` with fresh keys; what is there already stays as it is. */
export function makeDataFolder(folder) {
  try {
    makeFolder(folder)
    if (!statSync(folder).isDirectory()) throw new Error('a file is in its place')
    accessSync(folder, constants.W_OK | constants.X_OK)
    writeAndRemove(join(folder, `.writable.${process.pid}`))
    makeKeys(join(folder, '.env'))
  } catch (error) {
    throw new Stop(
      `The data folder ${folder} cannot be used: ${inWords(error)}. Make it writable for this user, or set DATA_PATH to another folder.`
    )
  }
}

/** Not mkdir's `recursive`: it never comes back where the system refuses new folders, as under /proc. */
function makeFolder(folder) {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

function makeKeys(file) {
  const text = readIfThere(file)
  if (text === null) {
    const head =
      '# The settings of this instance. Keep a copy: without APP_KEY, what it encrypted cannot be read again.\n'
    return writeFileSync(file, head + line('APP_KEY') + line('REDIS_PASSWORD'), {
      flag: 'wx',
      mode: 0o600,
    })
  }
  const missing = ['APP_KEY', 'REDIS_PASSWORD'].filter(
    (name) => !new RegExp(`^\\s*${name}\\s*=\\s*\\S`, 'm').test(text)
  )
  if (missing.length > 0)
    appendFileSync(file, (text.endsWith('\n') ? '' : '\n') + missing.map(line).join(''))
}

const line = (name) => `${name}=${randomBytes(32).toString('base64url')}\n`

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

function writeAndRemove(file) {
  writeFileSync(file, '')
  rmSync(file)
}

function inWords(error) {
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'this user may not write there'
  if (error.code === 'EROFS') return 'its file system is read-only'
  if (error.code === 'ENOENT') return 'the system makes no folder there'
  if (error.code === 'EEXIST' || error.code === 'ENOTDIR') return 'a file is in its place'
  if (error.code === 'ENOSPC') return 'the disk is full'
  return error.message
}
