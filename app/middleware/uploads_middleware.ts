import { rm } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** What a form has uploaded is gone when the request is answered, however it ends. */
export default class UploadsMiddleware {
  async handle({ request }: HttpContext, next: NextFn) {
    try {
      return await next()
    } finally {
      const files = Object.values(request.allFiles()).flat()
      await Promise.all(files.map(({ tmpPath }) => tmpPath && rm(tmpPath, { force: true })))
    }
  }
}
