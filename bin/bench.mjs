// npm run bench -- <name> [options]: runs bench/<name>.ts with Node 24. Figures come from here, never from tests.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/paths.mjs'

const [name, ...options] = process.argv.slice(2)
const file = join(root, 'bench', `${name}.ts`)
if (!name || !existsSync(file)) {
  console.error('Say which: npm run bench -- tracking | money | console | start')
  process.exit(1)
}
const node = join(root, 'node_modules', '.bin', 'node')
const { status } = spawnSync(node, ['--import=@poppinss/ts-exec', file, ...options], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(status ?? 1)
