import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ensureBuild, releaseBuilds } from './build.mjs'
import { spawn, stopAll } from './children.mjs'
import { Stop, say } from './console.mjs'
import { dataFolder, makeDataFolder } from './data_folder.mjs'
import { address, environment } from './environment.mjs'
import { isAlive, launchedBy } from './identity.mjs'
import { installPackages } from './install.mjs'
import { journalIn } from './journal.mjs'
import { take } from './lock.mjs'
import { node24, onNode24, webFlags } from './node24.mjs'
import { root } from './paths.mjs'
import { requireFreePort, tryListening } from './ports.mjs'
import { answersWithin, privateRedis, requireRedis } from './redis.mjs'
import { run } from './run.mjs'
import { Service } from './service.mjs'

/** One running Tributary: its data folder, its processes, and the order in which they come and go. */
export class Instance {
  #services = {}
  #stopping = null

  /** Comes back when everything answers; what runs then goes on. Throws a Stop with what to do otherwise. */
  async start() {
    process.umask(0o077)
    this.#watchNpm()
    this.#lock()
    await this.#checkPort()
    await installPackages()

    const [build] = await Promise.all([ensureBuild(), this.#startRedis()])
    this.build = build
    const { setup_token } = await this.#prepare()
    if (this.#stopping) return
    this.#keep('web', this.#launcher(webFlags, 'bin/server.js'), { essential: true })
    await this.#untilReady()
    if (this.#stopping) return
    this.#keep('worker', this.#launcher([], 'ace.js', 'queue:work'))
    this.#announce(setup_token)
  }

  get isStopping() {
    return this.#stopping !== null
  }

  /** Ends everything in order, within 10 s, and this process with `code`. */
  stop(code, why) {
    if (why && !this.#stopping) say(why)
    this.#stopping ??= this.#stop(code)
    return this.#stopping
  }

  #lock() {
    const folder = dataFolder()
    makeDataFolder(folder)
    const { PORT } = environment()
    this.lock = take(join(folder, 'tributary.lock'), { port: Number(PORT) })
    const { holder } = this.lock
    if (holder) {
      throw new Stop(
        `The data folder ${folder} is in use by the Tributary of process ${holder.pid} on port ${holder.port}, started ${holder.started}. Stop that one, or give this one a folder of its own (DATA_PATH) and a port (PORT).`
      )
    }
    this.env = environment()
    this.folder = folder
    this.journal = journalIn(folder)
  }

  /** What was killed before us may still be letting go of its port. */
  async #checkPort() {
    const { HOST, PORT } = this.env
    const end = Date.now() + (this.lock.tookOver ? 10_000 : 0)
    while (Date.now() < end && (await tryListening(HOST, Number(PORT)))) await pause(100)
    await requireFreePort(HOST, Number(PORT))
  }

  async #startRedis() {
    if (this.env.REDIS_URL) {
      const warning = await requireRedis(this.env.REDIS_URL)
      if (warning) say(warning)
      return
    }
    this.redis = await privateRedis(this.folder, this.env.REDIS_PASSWORD)
    this.env.REDIS_URL = this.redis.url
    this.#keep('redis', this.redis.launch)
    if (!(await answersWithin(this.redis.url, 20_000))) {
      throw new Stop(
        `Redis does not answer. Nothing of value lies in ${this.redis.folder}: when its files are damaged, move them away and start again.`
      )
    }
  }

  /** Migrates; answers what the command says of the database. */
  async #prepare() {
    const { code, stdout } = await run(
      node24(),
      [join(this.build, 'ace.js'), 'prepare', '--json'],
      {
        cwd: root,
        env: this.#childEnv(),
        stdio: ['ignore', 'pipe', 'inherit'],
      }
    )
    if (code !== 0) throw new Stop('Tributary is not started.')
    return JSON.parse(stdout.trim().split('\n').at(-1))
  }

  #launcher(flags, script, ...args) {
    const options = { cwd: root, env: this.#childEnv(), stdio: ['ignore', 'inherit', 'inherit'] }
    return () => spawn(node24(), [...flags, join(this.build, script), ...args], options)
  }

  #keep(name, launch, { essential = false } = {}) {
    const onGivenUp = () => this.stop(1)
    this.#services[name] = new Service({
      name,
      launch,
      essential,
      journal: this.journal,
      onGivenUp,
    }).start()
  }

  #childEnv() {
    const { REDIS_PASSWORD, ...env } = this.env
    const cache = join(this.build, '.compile_cache')
    return { NODE_COMPILE_CACHE: cache, ...onNode24(env), NODE_ENV: 'production' }
  }

  async #untilReady() {
    const url = `${address(this.env.HOST, this.env.PORT)}/health/ready`
    let last = 'no answer'
    for (const end = Date.now() + 60_000; Date.now() < end; await pause(50)) {
      if (this.#stopping) return
      try {
        const response = await fetch(url, { signal: AbortSignal.timeout(5000) })
        if (response.status === 200) return
        last = `${response.status} ${await response.text()}`
      } catch (error) {
        last = error.cause?.code ?? error.message
      }
    }
    throw new Stop(`${url} did not answer 200 within a minute (${last.slice(0, 500)}).`)
  }

  #announce(setupToken) {
    const { APP_URL } = this.env
    console.log(`Tributary is ready: ${APP_URL}`)
    if (setupToken)
      console.log(`Set it up here (the link works once): ${APP_URL}/setup?token=${setupToken}`)
  }

  /** npm that is killed takes us along: it would otherwise leave us behind, unseen, on the port. */
  #watchNpm() {
    const npm = launchedBy()
    if (npm)
      setInterval(() => isAlive(npm) || this.stop(1, 'npm was killed; stopping.'), 1000).unref()
  }

  async #stop(code) {
    const end = Date.now() + 9_600
    const { web, worker, redis } = this.#services
    await Promise.all([web?.stop(8_700), worker?.stop(8_700)])
    await redis?.stop(700)
    await stopAll(Math.max(end - Date.now(), 200))
    this.redis?.forget()
    releaseBuilds()
    this.lock?.release?.()
    process.exit(code)
  }
}
