import type { Answer } from '#http/answer'
import type { Caller } from '#http/caller'
import type { Once } from '#http/once_together'
import type { Parameters } from '#http/query_parameters'
import type { Actor } from '#core/actor'
import type Affiliate from '#models/affiliate'
import type Workspace from '#models/workspace'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Which of the two faces was asked. */
    face: 'console' | 'api'
    /** The header of a bare key, where a dialect has another than X-Api-Key. */
    keyHeader?: string
    /** The query in the API's own words, where it was asked in a dialect's. */
    parameters?: Parameters
    /** Who asks, once they are known. */
    caller: Caller
    /** The caller as events tell of them. */
    actor: Actor
    /** The account that the request is about. */
    workspace: Workspace
    /** Whose rows alone the request is about, where an affiliate asks. */
    affiliate: Affiliate
    /** The request's idempotency key, where the action keeps its answer under it itself. */
    once?: Once
    /** How an action of the resource list answers. */
    answer: Answer
  }
}
