import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'
import { apiStack, note } from '#http/mount'
import { nameOf, type Resource, type Verb } from '#http/resource'
import type { Dialect, Route } from '#dialects/dialect'

/** Mounts dialects over the actions of the list of resources, each asking of its caller what its action asks. */
export function mountDialects(dialects: Dialect[], resources: Resource[]) {
  for (const dialect of dialects) {
    for (const route of dialect.routes) mountRoute(dialect, route, actionOf(route, resources))
  }
}

function mountRoute(dialect: Dialect, route: Route, does: { resource: Resource; verb: Verb }) {
  const { resource, verb } = does
  const action = resource.actions[verb]!
  const writes = route.method !== 'GET'
  const mounted = router
    .route(
      dialect.base + route.path,
      writes ? [route.method] : ['GET', 'HEAD'],
      route.by ?? [resource.controller as never, verb as never]
    )
    .use([
      middleware.face({ face: 'api', keyHeader: dialect.keyHeader, ...does }),
      ...apiStack(action, { ofCaller: true }),
      middleware.may(action.may),
      ...(writes && action.may !== 'anyone' ? [middleware.idempotency()] : []),
      middleware.dialect({ dialect, route, ...does }),
    ])
    .as(`${dialect.name}.${route.method} ${route.path}`)
  note(mounted, action.may)
}

function actionOf({ does }: Route, resources: Resource[]) {
  const at = does.lastIndexOf('.')
  const [name, verb] = [does.slice(0, at), does.slice(at + 1) as Verb]
  const resource = resources.find((each) => nameOf(each) === name && each.actions[verb])
  if (!resource) throw new Error(`There is no action ${does}`)
  return { resource, verb }
}
