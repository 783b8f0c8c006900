import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { constants } from 'node:os'
import { join } from 'node:path'
import { currentBuild } from './lib/build.mjs'
import { main } from './lib/console.mjs'
import { makeDataFolder, dataFolder } from './lib/data_folder.mjs'
import { environment } from './lib/environment.mjs'
import { installPackages } from './lib/install.mjs'
import { node24, onNode24 } from './lib/node24.mjs'
import { inRoot, root } from './lib/paths.mjs'

/** npm run ace -- <command>: a command with the settings, data folder and Redis that npm start has. */
await main(async () => {
  await installPackages()
  makeDataFolder(dataFolder())
  const { REDIS_PASSWORD, ...settings } = environment()
  const built = join(currentBuild(), 'ace.js')
  const defaults = {
    NODE_ENV: existsSync(built) ? 'production' : 'development',
    LOG_LEVEL: 'warn',
    ...redisOf(settings),
  }

  const args = [existsSync(built) ? built : inRoot('ace.js'), ...process.argv.slice(2)]
  const child = spawn(node24(), args, {
    cwd: root,
    env: onNode24({ ...defaults, ...settings }),
    stdio: 'inherit',
  })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.on('SIGINT', () => {})
  const [code, signal] = await once(child, 'exit')
  return code ?? 128 + constants.signals[signal]
})

/** The private Redis of an instance that runs now. */
function redisOf({ DATA_PATH }) {
  const file = join(DATA_PATH, 'redis', 'url')
  return existsSync(file) ? { REDIS_URL: readFileSync(file, 'utf8').trim() } : {}
}
