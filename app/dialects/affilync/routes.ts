import { linkOf, listOf, rowOf, tokens } from '#dialects/affilync/answer'
import { error } from '#dialects/affilync/error'
import type { Dialect } from '#dialects/dialect'

const parameters = new Map([
  ['per_page', 'limit'],
  ['status', 'state'],
])

/** Affilync's API, as far as signing in and reading go: https://docs.affilync.com */
export const affilync: Dialect = {
  name: 'affilync',
  base: '/compat/affilync/api',
  asks: (name, value) => [parameters.get(name) ?? name, value],
  error,
  routes: [
    { method: 'POST', path: '/auth/login', does: 'auth.login.store', gives: tokens },
    { method: 'POST', path: '/auth/refresh', does: 'auth.refresh.store', gives: tokens },
    { method: 'GET', path: '/campaigns', does: 'campaigns.index', gives: listOf(rowOf) },
    { method: 'GET', path: '/links', does: 'links.index', gives: listOf(linkOf) },
    { method: 'GET', path: '/commissions', does: 'commissions.index', gives: listOf(rowOf) },
  ],
}
