import { Instance } from './lib/instance.mjs'
import { Stop, say } from './lib/console.mjs'

/** npm start: web, worker and (unless REDIS_URL names one) Redis, kept running until this is told to stop. */
const instance = new Instance()
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(signal, () => instance.stop(0, `Stopping (${signal}).`))
}

try {
  await instance.start()
} catch (error) {
  if (!instance.isStopping) say(error instanceof Stop ? error.message : error.stack)
  await instance.stop(1)
}
