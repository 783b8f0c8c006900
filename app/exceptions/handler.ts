import app from '@adonisjs/core/services/app'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import { dialectAt } from '#dialects/index'
import { insideTransaction } from '#core/atomically'
import {
  InvalidFieldsException,
  RateLimitedException,
  Refusal,
  type FieldError,
} from '#exceptions/errors'
import { tell } from '#http/rate_limit'
import { refusalOf } from '#exceptions/refusal_of'
import type { Refused } from '#dialects/dialect'

/** Addresses that no person opens. */
const FOR_PROGRAMS = /^\/api\/(?!docs(\/|$))|^\/(compat|in)\/|^\/(t|postback)$/

/** Answers what was thrown: as the API's error shape, or to a person with a sentence that says what to do. */
export default class Handler extends ExceptionHandler {
  protected debug = !app.inProduction
  protected ignoreStatuses = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429]

  async handle(thrown: unknown, ctx: HttpContext) {
    // A middleware that wraps the rest in a transaction must see the error, to roll back; it comes here again.
    if (insideTransaction()) throw thrown

    const error = refusalOf(thrown, ctx.request)
    if (FOR_PROGRAMS.test(ctx.request.url())) return this.#asJson(error, ctx)
    if (error instanceof Refusal) return this.#toPerson(error, ctx)
    if (this.debug) return super.handle(thrown, ctx)
    return this.#page(500, 'Something went wrong on our side. It has been written to the log.', ctx)
  }

  async report(error: unknown, ctx: HttpContext) {
    if (insideTransaction() || refusalOf(error, ctx.request) instanceof Refusal) return
    return super.report(error, ctx)
  }

  #asJson(error: unknown, ctx: HttpContext) {
    const { response } = ctx
    if (!(error instanceof Refusal)) {
      const sentence = 'Something went wrong on our side.'
      return this.#tell(ctx, { status: 500, error: sentence, code: 'INTERNAL' })
    }
    const { message, code, details } = error
    if (error instanceof RateLimitedException) {
      const { limit, retry_after: reset } = details as { limit: number; retry_after: number }
      tell(response, { limit, remaining: 0, reset })
      response.header('Retry-After', reset)
    }
    if (code === 'METHOD_NOT_ALLOWED')
      response.header('Allow', (details as { allow: string[] }).allow)
    if (error.status === 401) response.header('WWW-Authenticate', 'Bearer')
    if (code === 'IDEMPOTENCY_IN_FLIGHT') response.header('Retry-After', 1)
    return this.#tell(ctx, {
      status: error.status,
      error: message,
      code: code!,
      ...(details !== undefined && { details }),
    })
  }

  /** As the API answers it, or as the dialect does that was spoken. */
  #tell({ request, response }: HttpContext, refused: Refused) {
    const { status, ...body } = refused
    const said = dialectAt(request.url())?.error(refused) ?? { status, body }
    return response.status(said.status).json(said.body)
  }

  /** A refused form goes back with what was typed, and what is wrong with it. */
  async #toPerson(error: Refusal, ctx: HttpContext) {
    const { request, response, session } = ctx
    if (error.code === 'UNAUTHORIZED') return response.redirect().toPath('/login')
    const asked = ['GET', 'HEAD'].includes(request.method())
    if (asked || !('session' in ctx)) return this.#page(error.status, error.message, ctx)

    session.flashExcept([
      '_csrf',
      '_method',
      'password',
      'password_confirmation',
      'current_password',
      'code',
      'signing_secret',
    ])
    session.flash('inputErrorsBag', bagOf(fieldsOf(error)))
    session.flash('error', error.message)
    return response.redirect().status(303).withQs().back()
  }

  async #page(status: number, sentence: string, ctx: HttpContext) {
    ctx.response.status(status)
    const html = await ctx.view.render('pages/errors/error', { status, sentence })
    return ctx.response.header('Content-Type', 'text/html; charset=utf-8').send(html)
  }
}

/** The fields that a refusal is about: none, where it is about the whole. */
function fieldsOf(error: Refusal): FieldError[] {
  if (error instanceof InvalidFieldsException) return error.messages
  const { field } = (error.details ?? {}) as { field?: string }
  return field ? [{ field, rule: error.code ?? 'refused', message: error.message }] : []
}

function bagOf(messages: FieldError[]) {
  const bag: Record<string, string[]> = {}
  for (const { field, message } of messages) bag[field] = [...(bag[field] ?? []), message]
  return bag
}
