import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { identify, isAlive } from './identity.mjs'

/**
 * Takes a lock file, with facts about its holder in it. Answers `{ release, tookOver }`, or `{ holder }` when a
 * living process has it. The file of a process that ended without releasing is taken over.
 */
export function take(path, facts = {}) {
  const mine = { ...identify(), ...facts, started: new Date().toISOString() }
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  let tookOver = false
  try {
    for (;;) {
      if (linked(draft, path)) return { release: () => release(path, mine), tookOver }
      const holder = read(path)
      if (isAlive(holder)) return { holder }
      tookOver = setAside(path, holder) || tookOver
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Who holds a lock, or null. */
export function holderOf(path) {
  const holder = read(path)
  return isAlive(holder) ? holder : null
}

/** Does work while holding a lock, waiting for its turn. `waiting` is called once, with who has it. */
export async function exclusively(path, work, waiting) {
  let lock = take(path)
  if (lock.holder) waiting?.(lock.holder)
  while (lock.holder) {
    await pause(200)
    lock = take(path)
  }
  try {
    return await work()
  } finally {
    lock.release()
  }
}

/** A link is made whole or not at all, so nobody reads half a lock. */
function linked(draft, path) {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Renames a dead holder's file away; when another start was quicker and it is theirs by now, puts it back. */
function setAside(path, dead) {
  const aside = `${path}.${process.pid}.old`
  try {
    renameSync(path, aside)
  } catch {
    return false
  }
  if (read(aside)?.born !== dead?.born) linked(aside, path)
  rmSync(aside, { force: true })
  return true
}

function release(path, mine) {
  if (read(path)?.born === mine.born) rmSync(path, { force: true })
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
