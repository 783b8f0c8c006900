import env from '#start/env'
import app from '@adonisjs/core/services/app'
import { isAbsolute, join } from 'node:path'

const folder = env.get('DATA_PATH', 'storage')

/** The data folder: the SQLite file, payment files' spool, spilled clicks, the private Redis. */
export const dataFolder = isAbsolute(folder) ? folder : app.makePath(folder)

export function dataPath(...parts: string[]) {
  return join(dataFolder, ...parts)
}
