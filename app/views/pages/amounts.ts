import { currencyCodes } from '#money/currencies'
import type { Amounts } from '#models/types'
import type Workspace from '#models/workspace'

/** What many programs pay in, offered beside a workspace's own. */
const COMMON = ['USD', 'EUR']

/** The currencies that a form asks amounts in: the workspace's first, then those that have one, then common ones. */
export function currenciesOf(workspace: Workspace, ...given: (Amounts | null | undefined)[]) {
  const known = new Set([
    ...Object.keys(workspace.payoutMinimums),
    ...given.flatMap((amounts) => Object.keys(amounts ?? {})),
    ...COMMON,
  ])
  known.delete(workspace.currency)
  return [workspace.currency, ...currencyCodes.filter((code) => known.has(code))]
}

/** The workspace's own currency before others. */
export function ownFirst({ currency }: Workspace) {
  return (one: { currency: string }, other: { currency: string }) =>
    Number(other.currency === currency) - Number(one.currency === currency)
}
