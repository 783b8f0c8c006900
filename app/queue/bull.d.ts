import type { Redis } from 'ioredis'

/** What Bull 4.16 has and its types leave out. */
declare module 'bull' {
  interface Queue {
    bclient: Redis
    eclient: Redis
  }

  interface Job {
    moveToDelayed(timestamp: number, ignoreLock?: boolean): Promise<void>
  }
}
