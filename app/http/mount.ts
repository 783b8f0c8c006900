import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'
import {
  isOfAccount,
  methodOf,
  nameOf,
  patternOf,
  type Action,
  type Asked,
  type Resource,
  type Verb,
} from '#http/resource'

type Face = 'console' | 'api'

/** What each mounted route asks of its caller, by "METHOD pattern". The start refuses a route that is not here. */
export const asked = new Map<string, Asked>()

/** Mounts the list of resources on a face. */
export function mount(resources: Resource[], face: Face, prefix = '') {
  for (const resource of resources) {
    for (const verb of Object.keys(resource.actions) as Verb[])
      mountAction(resource, verb, face, prefix)
  }
}

/** A route that asks nothing of its caller, and why that is right. */
export function publicly<R extends { getPattern(): string; toJSON(): { methods: string[] } }>(
  route: R,
  _why: string
): R {
  note(route, 'anyone')
  return route
}

/** A route of the console for anyone who signed in. */
export function forPeople<R extends { getPattern(): string; toJSON(): { methods: string[] } }>(
  route: R
): R {
  note(route, 'person')
  return route
}

/**
 * Walks the routes once they are committed.
 *
 * @throws Error naming a route that nobody said the permission of
 */
export function refuseUnguardedRoutes() {
  for (const route of Object.values(router.toJSON()).flat()) {
    for (const method of route.methods) {
      if (method === 'HEAD' || asked.has(`${method} ${route.pattern}`)) continue
      throw new Error(
        `${method} ${route.pattern} says no permission. List it in start/resources.ts, or mount it publicly.`
      )
    }
  }
}

function mountAction(resource: Resource, verb: Verb, face: Face, prefix: string) {
  const action = resource.actions[verb]!
  const isForm = verb === 'create' || verb === 'edit'
  if ((action.only ?? (isForm ? 'console' : face)) !== face) return

  const pattern = `${prefix}${patternOf(resource, verb)}`
  const before = [middleware.face({ face, resource, verb })]
  const after = action.may === 'anyone' ? [] : [middleware.may(action.may)]
  const stack =
    face === 'console'
      ? [...before, ...consoleStack(), ...after]
      : [
          ...before,
          ...apiStack(action),
          ...after,
          middleware.strict({ resource, verb }),
          ...(action.items || action.may === 'anyone'
            ? []
            : [middleware.idempotency({ together: action.together })]),
        ]

  const route = router
    .route(pattern, methodsOf(resource, verb), [resource.controller as never, verb as never])
    .use(stack)
    .as(`${face}.${nameOf(resource)}.${verb}`)
  note(route, action.may)
  const isTable = verb === 'index' && action.lists && resource.transformer && !pattern.includes(':')
  if (face === 'console' && isTable) mountFile(resource, action, pattern)
}

/** What a list shows, as a file. */
function mountFile(resource: Resource, { may }: Action, pattern: string) {
  const route = router
    .get(`${pattern}.csv`, [resource.controller as never, 'index' as never])
    .use([
      middleware.face({ face: 'console', resource, verb: 'index', csv: true }),
      ...consoleStack(),
      middleware.may(may),
    ])
    .as(`console.${nameOf(resource)}.csv`)
  note(route, may)
}

function methodsOf(resource: Resource, verb: Verb) {
  const method = methodOf(resource, verb)
  return method === 'GET' ? ['GET', 'HEAD'] : [method]
}

export function consoleStack() {
  return [
    middleware.body(),
    middleware.uploads(),
    middleware.session(),
    middleware.shield(),
    middleware.auth(),
    middleware.form(),
    middleware.consoleCaller(),
    middleware.consoleWorkspace(),
  ]
}

/** In the order of refusals that the API guide promises. `ofCaller`: the account is the caller's own. */
export function apiStack({ may }: Action, { ofCaller = false } = {}) {
  if (may === 'anyone') return [middleware.jsonBody()]
  const tracks = may === 'v1.track.write'
  return [
    middleware.jsonBody(),
    middleware.apiCaller({ tracks }),
    ...(isOfAccount(may) ? [middleware.account({ ofCaller, tracks })] : []),
    ...(may === 'affiliate' ? [middleware.affiliateAccount()] : []),
    middleware.rateLimit({ tracks }),
  ]
}

export function note(route: { getPattern(): string; toJSON(): { methods: string[] } }, may: Asked) {
  for (const method of route.toJSON().methods) asked.set(`${method} ${route.getPattern()}`, may)
}
