import app from '@adonisjs/core/services/app'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a curl line answers as pasted into a shell: with the machine's curl, or a stand-in where it has none. */
export async function pasted(command: string, variables: Record<string, string>) {
  const standIn = app.makePath('tests/support/curl.mjs')
  const script = `
    if type -P curl > /dev/null
    then curl() { command curl -sS -w '\\n%{http_code}' "$@"; }
    else curl() { '${process.execPath}' '${standIn}' "$@"; }
    fi
    ${command}`
  const { stdout } = await run('bash', ['-c', script], { env: { ...process.env, ...variables } })
  const end = stdout.lastIndexOf('\n')
  return { text: stdout.slice(0, end), status: Number(stdout.slice(end + 1)) }
}
