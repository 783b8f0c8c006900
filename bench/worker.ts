import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Took } from './money_measure.js'

/** A process that does steps of work (money_steps.ts) when told. */
export async function startWorker(env: Record<string, string>): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('money_worker.ts', import.meta.url)), {
    execArgv: ['--import=@poppinss/ts-exec'],
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, ...env },
  })
  await message(child, (told) => told === 'ready')
  return child
}

export async function tell(worker: ChildProcess, step: string, input: object): Promise<Took> {
  const told = message(worker, (answer) => (answer as { step?: string }).step === step)
  worker.send({ step, input })
  const took = (await told) as Took | { error: string }
  if ('error' in took) throw new Error(`${step}: ${took.error}`)
  return took
}

/** The loader of TypeScript sends messages of its own. */
async function message(child: ChildProcess, isIt: (told: unknown) => boolean): Promise<unknown> {
  for (;;) {
    const [told] = await once(child, 'message')
    if (isIt(told)) return told
  }
}
