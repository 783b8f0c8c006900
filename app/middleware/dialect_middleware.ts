import '#http/context'
import { couldBeId } from '#core/ids'
import { NotFoundException } from '#exceptions/errors'
import { parameterNames } from '#http/list_query'
import { parametersOf, type Parameters } from '#http/query_parameters'
import { schemaOf } from '#http/schema_of'
import { refuseNoText } from '#http/text'
import type { Dialect, Fields, Route } from '#dialects/dialect'
import type { Resource, Verb } from '#http/resource'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

interface Spoken {
  dialect: Dialect
  route: Route
  resource: Resource
  verb: Verb
}

/** Dialects page by number; rows inside rows are no part of any, and are asked apart. */
const UNSPOKEN = ['expand', 'starting_after', 'ending_before']

/** Puts a request into the API's own words, and the answer into the dialect's. Refusals are put by the handler. */
export default class DialectMiddleware {
  async handle(ctx: HttpContext, next: NextFn, spoken: Spoken) {
    const { request, response } = ctx
    const { route } = spoken
    if (!Object.values(ctx.params).every(couldBeId)) throw new NotFoundException()
    refuseNoText(request.body())
    refuseNoText(Object.fromEntries(parametersOf(ctx)))

    ctx.parameters = asked(ctx, spoken)
    request.updateBody(await taken(ctx, spoken))
    await next()
    if (response.getStatus() >= 400) return
    const answer = (response.getBody() ?? {}) as Fields
    response.status(route.status ?? response.getStatus()).json(route.gives(answer, ctx))
  }
}

function asked(ctx: HttpContext, { dialect, resource, verb }: Spoken): Parameters {
  const all = parameterNames(resource.actions[verb]!, verb)
  const known = all.filter((name) => !UNSPOKEN.includes(name))
  const asks = dialect.asks ?? ((name: string, value: string) => [name, value])
  const parameters: Parameters = new Map()
  for (const [given, values] of parametersOf(ctx)) {
    for (const [name, value] of values.map((each) => asks(given, each)))
      if (known.includes(name)) parameters.set(name, [...(parameters.get(name) ?? []), value])
  }
  return parameters
}

async function taken(ctx: HttpContext, { route, resource, verb }: Spoken): Promise<Fields> {
  const body = ctx.request.body()
  const fields = route.takes ? await route.takes(body, ctx) : body
  const { takes } = resource.actions[verb]!
  if (route.by || !takes) return fields
  const { properties = {} } = schemaOf(takes)
  const known = Object.entries(fields).filter(([name]) => Object.hasOwn(properties, name))
  return Object.fromEntries(known)
}
