import '#http/context'
import { ForbiddenException } from '#exceptions/errors'
import { require } from '#http/caller'
import { isOfAccount, type Asked } from '#http/resource'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** The one check of what a caller may do, in front of every action of the resource list. */
export default class MayMiddleware {
  async handle({ caller }: HttpContext, next: NextFn, asked: Asked) {
    if (isOfAccount(asked)) require(caller, asked)
    if (asked === 'person' && !caller.user)
      throw new ForbiddenException('This is for people who signed in, not for keys.')
    return next()
  }
}
