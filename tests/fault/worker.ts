import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)

/** A process of its own that is booted and waits to be told to begin: a file that calls `workWhenTold`. */
export async function startWorker(
  file: string,
  args: string[],
  env: Record<string, string> = {}
): Promise<ChildProcess> {
  const worker = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    execArgv: ['--import=@poppinss/ts-exec'],
    cwd: fileURLToPath(root),
    env: { ...process.env, LOG_LEVEL: 'error', REDIS_URL: '', ...env },
  })
  await once(worker, 'message')
  return worker
}

/** In such a process: what is imported of the application is, once that is booted. */
export async function workWhenTold(load: () => Promise<() => Promise<unknown>>) {
  const app = new Ignitor(root, { importer: (path) => import(path) })
    .tap((made) => made.booting(async () => void (await import('#start/env'))))
    .createApp('console')
  await app.init()
  await app.boot()
  await app.start(() => {})

  const work = await load()
  process.send!('ready')
  await once(process, 'message')
  await work()
  await app.terminate()
  process.exit(0)
}
