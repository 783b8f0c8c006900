import { spawn } from './lib/children.mjs'
import { main } from './lib/console.mjs'
import { installPackages } from './lib/install.mjs'
import { root } from './lib/paths.mjs'
import { TestBench } from './lib/test_bench.mjs'

/**
 * node bin/on_test_bench.mjs [--pg] <command...>: runs a command with an empty database and Redis of its own,
 * thrown away afterwards. Answers its exit code.
 */
await main(async () => {
  const [first, ...rest] = process.argv.slice(2)
  const onPostgres = first === '--pg'
  const [command, ...args] = onPostgres ? rest : [first, ...rest]

  await installPackages()
  const bench = new TestBench({ onPostgres })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => bench.close())
  try {
    return await bench.with('bench', (env) => {
      const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' })
      return new Promise((resolve, reject) => {
        child.once('error', reject)
        child.once('exit', (code) => resolve(code ?? 1))
      })
    })
  } finally {
    await bench.close()
  }
})
