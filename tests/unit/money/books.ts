import { familyTarget, settlement, type CommissionState, type FamilyRow } from '#money/family'

export interface Family {
  conversionAmount: number
  refunded: number
  voided: boolean
  /** The first is the original. */
  rows: FamilyRow[]
}

/** A family of one commission, as it is when its conversion is recorded. */
export function newFamily(original: number, conversionAmount: number): Family {
  const rows: FamilyRow[] = [{ id: 'original', amount: original, state: 'pending' }]
  return { conversionAmount, refunded: 0, voided: false, rows }
}

export function targetOf({ rows, conversionAmount, refunded, voided }: Family): number {
  return familyTarget({ original: rows[0].amount, conversionAmount, refunded, voided })
}

/** What the model's `settle` does with the answer, on rows in memory. */
export function settle(family: Family): void {
  const verdict = settlement({ target: targetOf(family), rows: family.rows })

  if (verdict.kind === 'void_all') {
    for (const row of family.rows) row.state = 'voided'
  }
  if (verdict.kind === 'add') {
    const { state } = family.rows[0]
    const open = state === 'held' || state === 'pending'
    const id = `reversal ${family.rows.length}`
    family.rows.push({ id, amount: verdict.amount, state: open ? state : 'due' })
  }
}

/** Refunds more (or, when negative, less), and settles. */
export function refund(family: Family, amount: number): void {
  family.refunded += amount
  settle(family)
}

/** Time passes: what is not voided goes one state further towards paid. */
export function age(family: Family): void {
  const next: Partial<Record<CommissionState, CommissionState>> = {
    held: 'pending',
    pending: 'due',
    due: 'processing',
    processing: 'paid',
  }
  for (const row of family.rows) row.state = next[row.state] ?? row.state
}

export function balanceOf(family: Family): number {
  return family.rows
    .filter((row) => row.state !== 'voided')
    .reduce((total, row) => total + row.amount, 0)
}
