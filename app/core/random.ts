import { randomFillSync } from 'node:crypto'

/** Asking the system for random bytes takes 3 µs, however few: so they are fetched by the thousand. */
const pool = Buffer.alloc(4_096)
let next = pool.length

/** 32 random bits, as a whole number. For ids: a secret is better made by itself. */
export function randomWord(): number {
  return pool.readUInt32LE(take(4))
}

/** So many random bytes, of 4,096 at most. For ids, too. */
export function randomHex(bytes: number): string {
  const begin = take(bytes)
  return pool.toString('hex', begin, begin + bytes)
}

/** Where in the pool these bytes begin; nobody gets them again. */
function take(bytes: number): number {
  if (next + bytes > pool.length) {
    randomFillSync(pool)
    next = 0
  }
  next += bytes
  return next - bytes
}
