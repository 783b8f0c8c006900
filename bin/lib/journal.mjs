import { appendFileSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './console.mjs'

const fullAt = 256 * 1024

/** What became of the processes, for the log and (supervisor.jsonl in the data folder) for the Jobs screen. */
export function journalIn(dataFolder) {
  const file = join(dataFolder, 'supervisor.jsonl')
  return function write(message, facts) {
    say(message)
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > fullAt) keepNewerHalf(file)
      appendFileSync(
        file,
        JSON.stringify({ at: new Date().toISOString(), ...facts, message }) + '\n',
        { mode: 0o600 }
      )
    } catch (error) {
      say(`${file} cannot be written: ${error.message}`)
    }
  }
}

function keepNewerHalf(file) {
  const lines = readFileSync(file, 'utf8').split('\n')
  writeFileSync(`${file}.new`, lines.slice(lines.length / 2).join('\n'), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
