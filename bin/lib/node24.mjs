import { existsSync } from 'node:fs'
import { delimiter } from 'node:path'
import { Stop } from './console.mjs'
import { inRoot } from './paths.mjs'

/** The Node 24 that runs the application: from its npm package, else the one that runs this when it is new enough. */
export function node24() {
  const packaged = inRoot('node_modules', '.bin', 'node')
  if (existsSync(packaged)) return packaged
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Stop(
    `Tributary runs on Node 24. On Linux (x64, arm64) npm brings it along; here it did not, and this is Node ${process.versions.node} on ${process.platform} ${process.arch}. Install Node 24 or later, then start again.`
  )
}

/**
 * What a web process is started with: room for new objects, in MB, whatever a version of V8 takes by itself. Each time
 * that it is full V8 stops to look what is still used; with half of it that is twice as often, on all cores.
 */
export const webFlags = ['--max-semi-space-size=16']

/** An environment in which `node` is that one, for whatever the program starts in its turn. */
export function onNode24(env) {
  return { ...env, PATH: [inRoot('node_modules', '.bin'), env.PATH].join(delimiter) }
}
