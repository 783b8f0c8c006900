import { apiActions, pathOf } from '#openapi/document'
import { isSessionOnly } from '#http/permissions'
import { isOfAccount, methodOf, type Action, type Resource, type Verb } from '#http/resource'
import { resources } from '#start/resources'

/** One route of the API, as the tests walk them all. */
export interface Route {
  name: string
  method: string
  /** With ids that are well formed and of no row. */
  path: string
  template: string
  action: Action
  resource: Resource
  verb: Verb
}

const nobody = '00000000000000000000000000'

const prefixes: Record<string, string> = {
  members: 'mem',
  invitations: 'inv',
  campaigns: 'camp',
  rules: 'rule',
  affiliates: 'aff',
  enrollments: 'enr',
  links: 'link',
  coupons: 'coup',
  clicks: 'clk',
  referrals: 'ref',
  conversions: 'conv',
  refunds: 'rfd',
  source_events: 'sevt',
  commissions: 'com',
  payout_runs: 'run',
  payouts: 'po',
  reconciliations: 'rec',
  api_keys: 'key',
  events: 'evt',
}

export const routes: Route[] = apiActions(resources).map(({ resource, verb, action }) => {
  const template = pathOf(resource, verb).replace('/api/v1', '')
  const method = methodOf(resource, verb)
  return {
    name: `${method} ${template}`,
    method,
    template,
    path: template.replaceAll(/\{(\w+)\}/g, (_, name: string) => idFor(resource, name)),
    action,
    resource,
    verb,
  }
})

function idFor({ path }: Resource, parameter: string) {
  const rows = parameter === 'id' ? path.split('/').at(-1)! : `${parameter.replace(/_id$/, '')}s`
  return `${prefixes[rows] ?? 'x'}_${nobody}`
}

/** Whether a secret key may call the route at all. */
export function isForKeys({ action: { may } }: Pick<Route, 'action'>) {
  return isOfAccount(may) && !isSessionOnly(may)
}
