import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stop } from './console.mjs'
import { dataFolder } from './data_folder.mjs'

/** What an empty value of means the same as none. */
export const ours = [
  'PORT',
  'HOST',
  'APP_URL',
  'APP_KEY',
  'DATA_PATH',
  'DATABASE_URL',
  'DATABASE_PREPARED',
  'REDIS_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'TRUSTED_PROXIES',
  'RATE_LIMIT',
  'RATE_LIMIT_TRACK',
  'LOG_LEVEL',
]

/**
 * The settings of an instance: the environment, then the `.env` of its data folder, then defaults.
 * DATA_PATH comes out absolute, APP_URL always set.
 */
export function environment(given = process.env) {
  const folder = dataFolder(given)
  const env = { ...readEnvFile(join(folder, '.env')), ...withoutEmpty(given), DATA_PATH: folder }
  const port = env.PORT ?? '3333'
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    throw new Stop(`PORT is ${port}; it must be a number from 1 to 65535.`)
  }
  if (env.DATABASE_URL && !/^postgres(ql)?:\/\//.test(env.DATABASE_URL)) {
    throw new Stop('DATABASE_URL must begin with postgres://. Leave it out to use SQLite.')
  }
  if (env.SMTP_URL && !/^smtps?:\/\//.test(env.SMTP_URL)) {
    throw new Stop('SMTP_URL must begin with smtp:// or smtps://. Leave it out to send no mail.')
  }
  if (env.APP_KEY && env.APP_KEY.length < 32) {
    throw new Stop(
      `APP_KEY is too short: it needs 32 random characters or more. Leave it out to use the one in ${folder}/.env.`
    )
  }
  const host = env.HOST ?? '127.0.0.1'
  return { TZ: 'UTC', APP_URL: address(host, port), ...env, PORT: port, HOST: host }
}

/** Where a browser on this machine reaches a server that listens on host and port. */
export function address(host, port) {
  const reachable = { '0.0.0.0': '127.0.0.1', '::': 'localhost' }[host] ?? host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

/** NAME=value a line, value bare or in quotes; lines with # are comments. */
export function readEnvFile(file) {
  let text = ''
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return {}
  }
  const pairs = text
    .split('\n')
    .map((line) => line.match(/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/))
  return Object.fromEntries(
    pairs
      .filter((pair) => pair?.[2])
      .map(([, name, value]) => [name, value.replace(/^(['"])(.*)\1$/, '$2')])
  )
}

function withoutEmpty(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name, value]) => value !== '' || !ours.includes(name))
  )
}
