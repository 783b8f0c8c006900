import { spawn as spawnProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('reaper.sh', import.meta.url))
const living = new Map()
let reaper = null

/**
 * Starts a process that ends when this one does, however this one ends: reaper.sh outlives us and sees to it.
 * Each leads its own process group, so that a Ctrl-C in the terminal reaches us alone, and we stop them in order.
 */
export function spawn(command, args, options = {}) {
  reaper ??= startReaper()
  const child = spawnProcess(command, args, { ...options, detached: true })
  if (!child.pid) return child

  living.set(child.pid, child)
  reaper.stdin.write(`+ ${child.pid}\n`)
  child.once('exit', () => {
    living.delete(child.pid)
    reaper?.stdin.write(`- ${child.pid}\n`)
  })
  return child
}

/** Asks a child to end, and makes it after `patience` milliseconds. */
export async function stop(child, patience, signal = 'SIGTERM') {
  if (!living.has(child?.pid)) return
  const ended = once(child, 'exit')
  signalGroup(child.pid, signal)
  const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), patience)
  await ended
  clearTimeout(timer)
}

export async function stopAll(patience) {
  await Promise.all([...living.values()].map((child) => stop(child, patience)))
}

function startReaper() {
  const started = spawnProcess('/bin/sh', [script], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  started.stdin.on('error', () => {})
  started.once('exit', () => (reaper = startReaper()))
  started.unref()
  started.stdin.unref()
  for (const pid of living.keys()) started.stdin.write(`+ ${pid}\n`)
  return started
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch {
    // Gone already.
  }
}
