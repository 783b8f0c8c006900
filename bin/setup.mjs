import { ensureProgram } from './lib/apt.mjs'
import { ensureAssets } from './lib/build.mjs'
import { main, say } from './lib/console.mjs'
import { dataFolder, makeDataFolder } from './lib/data_folder.mjs'
import { installPackages } from './lib/install.mjs'
import { node24 } from './lib/node24.mjs'
import { findBinaries } from './lib/postgres.mjs'

/** npm run setup: everything that development and all tests need. */
await main(async () => {
  await installPackages()
  await ensureProgram('redis-server', 'redis-server')
  await ensureProgram('chromium', 'chromium')
  await findBinaries()
  makeDataFolder(dataFolder())
  await ensureAssets()
  say(`All is there (Node at ${node24()}). Next: npm run dev, npm test.`)
})
