import { approvals } from '#ledger/checks/approvals'
import { claims } from '#ledger/checks/claims'
import { families } from '#ledger/checks/families'
import { nothingWaits } from '#ledger/checks/nothing_waits'
import { oneOfEach } from '#ledger/checks/one_of_each'
import { payouts } from '#ledger/checks/payouts'
import { refunds } from '#ledger/checks/refunds'
import { states } from '#ledger/checks/states'
import type { Check } from '#ledger/checks/check'

/** The rules that the books must hold, in the order of docs/architecture.md. */
export const checks: readonly Check[] = [
  payouts,
  claims,
  families,
  refunds,
  states,
  oneOfEach,
  approvals,
  nothingWaits,
]
