import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { ensureBuild } from '../bin/lib/build.mjs'
import type { Took } from './money_measure.js'

/** What the worker is made of here, beside the application. */
const OWN = ['money_worker', 'money_steps', 'money_measure', 'money_fill', 'console_fill']

/**
 * A process that does steps of work (money_steps.ts) when told. Like the worker of npm start it runs the build:
 * the loader of TypeScript has memory of its own.
 */
export async function startWorker(env: Record<string, string>): Promise<ChildProcess> {
  const build = await ensureBuild()
  const folder = join(build, 'bench')
  await mkdir(folder, { recursive: true })
  for (const name of OWN) await writeFile(join(folder, `${name}.js`), await asJavaScript(name))

  const child = fork(join(folder, 'money_worker.js'), {
    cwd: build,
    env: { ...process.env, ...env },
    execArgv: [],
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

async function asJavaScript(name: string) {
  const source = await readFile(new URL(`${name}.ts`, import.meta.url), 'utf8')
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext }
  return ts.transpileModule(source, { compilerOptions: options }).outputText
}

async function message(child: ChildProcess, isIt: (told: unknown) => boolean): Promise<unknown> {
  for (;;) {
    const [told] = await once(child, 'message')
    if (isIt(told)) return told
  }
}
