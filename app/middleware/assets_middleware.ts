import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import StaticMiddleware from '@adonisjs/static/static_middleware'
import { compressed, encodingFor } from '#http/compression'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** What the build names by its content; names of other shapes are left to the file server. */
const BUILT = /^\/assets\/[\w-]+-[\w-]{8}\.(js|css)$/

const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' }

/** Compressed once for this process: there are a handful, and they never change under their name. */
const packed = new Map<string, Promise<Buffer>>()

/** Static files ask the disk on every request, which the redirect and the API are spared. */
export default class AssetsMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const path = ctx.request.url()
    if (/^\/(r|api|compat)\//.test(path)) return next()
    if (BUILT.test(path) && (await this.#sendPacked(ctx, path))) return

    const files = await ctx.containerResolver.make(StaticMiddleware)
    return files.handle(ctx, next)
  }

  /** Whether the file is there, and was sent. */
  async #sendPacked(ctx: HttpContext, path: string) {
    const encoding = encodingFor(ctx)
    if (!encoding || ctx.request.method() !== 'GET') return false
    const key = `${encoding} ${path}`
    const file = packed.get(key) ?? this.#pack(path, encoding)
    packed.set(key, file)
    const body = await file.catch(() => {
      packed.delete(key)
      return null
    })
    if (!body) return false

    ctx.response
      .header('Content-Type', TYPES[path.endsWith('.js') ? 'js' : 'css'])
      .header('Content-Encoding', encoding)
      .header('Cache-Control', 'public, max-age=31536000, immutable')
      .vary('Accept-Encoding')
    ctx.response.send(body)
    return true
  }

  async #pack(path: string, encoding: 'br' | 'gzip') {
    return compressed(await readFile(app.publicPath(path)), encoding, 'best')
  }
}
