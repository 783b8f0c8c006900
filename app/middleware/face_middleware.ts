import '#http/context'
import { Answer } from '#http/answer'
import type { Resource, Verb } from '#http/resource'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

export interface FaceOptions {
  face: 'console' | 'api'
  resource?: Resource
  verb?: Verb
  /** A list as a file, whole. */
  csv?: boolean
  keyHeader?: string
}

/** Tells the request which face it came to, and gives its action the way to answer there. */
export default class FaceMiddleware {
  handle(ctx: HttpContext, next: NextFn, { face, resource, verb, csv, keyHeader }: FaceOptions) {
    ctx.face = face
    ctx.keyHeader = keyHeader
    if (resource && verb) ctx.answer = new Answer(ctx, resource, verb, csv)
    return next()
  }
}
