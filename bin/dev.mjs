import { join } from 'node:path'
import { spawn, stop, stopAll } from './lib/children.mjs'
import { Stop, main } from './lib/console.mjs'
import { dataFolder, makeDataFolder } from './lib/data_folder.mjs'
import { environment } from './lib/environment.mjs'
import { installPackages } from './lib/install.mjs'
import { take } from './lib/lock.mjs'
import { node24, onNode24 } from './lib/node24.mjs'
import { root } from './lib/paths.mjs'
import { requireFreePort } from './lib/ports.mjs'
import { answersWithin, privateRedis, requireRedis } from './lib/redis.mjs'
import { run } from './lib/run.mjs'

/** npm run dev: the application from its sources, reloading as they change, with a worker and a Redis. */
await main(async () => {
  const folder = dataFolder()
  makeDataFolder(folder)
  const { REDIS_PASSWORD, ...settings } = environment()
  const lock = take(join(folder, 'tributary.lock'), { port: Number(settings.PORT) })
  if (lock.holder)
    throw new Stop(`The data folder ${folder} is in use by process ${lock.holder.pid}.`)

  try {
    await requireFreePort(settings.HOST, Number(settings.PORT))
    await installPackages()
    const redis = settings.REDIS_URL ? null : await privateRedis(folder, REDIS_PASSWORD)
    const redisServer = redis?.launch()
    const env = onNode24({ NODE_ENV: 'development', REDIS_URL: redis?.url, ...settings })
    if (redis && !(await answersWithin(redis.url, 20_000))) throw new Stop('Redis does not answer.')
    if (!redis) await requireRedis(settings.REDIS_URL)

    const ace = (...args) => [
      node24(),
      ['ace.js', ...args],
      { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] },
    ]
    const { code } = await run(...ace('migration:run'))
    if (code !== 0) return 1
    await run(...ace('prepare'))

    const worker = spawn(...ace('queue:work'))
    const web = spawn(...ace('serve', '--watch', '--no-clear'))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => Promise.all([stop(web, 5000), stop(worker, 8700)]))
    }
    await new Promise((resolve) => web.once('exit', resolve))
    await stop(worker, 8700)
    await stop(redisServer, 900)
    redis?.forget()
  } finally {
    await stopAll(2000)
    lock.release()
  }
})
