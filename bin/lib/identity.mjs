import { readFileSync } from 'node:fs'

/**
 * Who a process is: its pid and when it was born, so that a pid that was given out again is not mistaken
 * for it. Null when no such process runs. Where there is no /proc the pid alone has to do.
 */
export function identify(pid = process.pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
    if (fields[0] === 'Z') return null
    return { pid, born: `${bootId()}/${fields[19]}` }
  } catch {
    return process.platform !== 'linux' && answersSignals(pid) ? { pid, born: '' } : null
  }
}

export function isAlive(identity) {
  return Boolean(identity?.pid) && identify(identity.pid)?.born === identity.born
}

/** The pid and birth of npm, when npm started this script: through shells or directly. */
export function launchedBy() {
  if (!process.env.npm_lifecycle_event) return null
  let pid = process.ppid
  while (pid > 1 && /^(sh|dash|bash)$/.test(nameOf(pid))) pid = parentOf(pid)
  return pid > 1 ? identify(pid) : null
}

function answersSignals(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const bootId = () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()

function nameOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return ''
  }
}

function parentOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1])
  } catch {
    return 0
  }
}
