import { spawn } from './children.mjs'

/**
 * Runs a program to its end and answers { code, output, stdout, tail }: what it wrote (both streams, stdout
 * alone, the last lines), as far as `stdio` does not send it elsewhere.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    let stdout = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
      stdout += chunk
    })
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output, stdout, tail: lastLines(output) }))
  })
}

const lastLines = (text) => text.trim().split('\n').slice(-12).join('\n')
