import '#http/context'
import string from '@adonisjs/core/helpers/string'
import { InvalidFieldsException, NotFoundException, type FieldError } from '#exceptions/errors'
import { couldBeId } from '#core/ids'
import { require } from '#http/caller'
import { find } from '#http/find'
import { namesOf, parameterNames } from '#http/list_query'
import { parametersOf } from '#http/query_parameters'
import { schemaOf } from '#http/schema_of'
import { strangeFields } from '#http/strange_fields'
import { noTextIn } from '#http/text'
import Workspace from '#models/workspace'
import type { Resource, Verb } from '#http/resource'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

const EMPTY = { type: 'object', properties: {}, additionalProperties: false }

/**
 * Refuses on every route what can be seen without its action: ids that cannot be, parameters and fields that
 * nobody reads, text that is no text. So nothing that was sent is silently dropped.
 */
export default class StrictMiddleware {
  async handle(ctx: HttpContext, next: NextFn, asked: { resource: Resource; verb: Verb }) {
    refuseExpansions(ctx, asked)
    if (!Object.values(ctx.params).every(couldBeId)) throw new NotFoundException()

    const faults = [...faultsOfQuery(ctx, asked), ...faultsOfBody(ctx, asked)]
    if (faults.length > 0) {
      await refuseMissingRows(ctx, asked.resource)
      throw new InvalidFieldsException(faults)
    }
    return next()
  }
}

/** What may not be read by itself is not read inside other rows either. */
function refuseExpansions(
  ctx: HttpContext,
  { resource, verb }: { resource: Resource; verb: Verb }
) {
  const { expands = {} } = resource.actions[verb]!.lists ?? {}
  for (const name of namesOf(parametersOf(ctx), 'expand'))
    if (Object.hasOwn(expands, name)) require(ctx.caller, expands[name].may)
}

function faultsOfQuery(
  ctx: HttpContext,
  { resource, verb }: { resource: Resource; verb: Verb }
): FieldError[] {
  const parameters = parametersOf(ctx)
  const names = parameterNames(resource.actions[verb]!, verb)
  const strange = [...parameters.keys()].filter((name) => !names.includes(name))
  return [
    ...strange.map((field) => ({
      field,
      rule: 'unknown',
      message: `There is no parameter "${field}". Check its spelling.`,
    })),
    ...noTextIn(Object.fromEntries(parameters)),
  ]
}

function faultsOfBody(
  { request }: HttpContext,
  { resource, verb }: { resource: Resource; verb: Verb }
): FieldError[] {
  const { takes } = resource.actions[verb]!
  const body = request.body()
  return [...noTextIn(body), ...strangeFields(body, takes ? schemaOf(takes) : EMPTY)]
}

/** What is not there is told before what is wrong with the rest. */
async function refuseMissingRows({ workspace, params }: HttpContext, { path }: Resource) {
  for (const [name, id] of Object.entries(params)) {
    const rows = name === 'id' ? path.split('/').at(-1)! : `${name.replace(/_id$/, '')}s`
    const relation = string.camelCase(rows)
    if (workspace && Workspace.$hasRelation(relation))
      await find(workspace.related(relation as 'campaigns'), id)
  }
}
