import db from '@adonisjs/lucid/services/db'
import { minorUnits } from '#money/arithmetic'
import { openDestination } from '#payouts/methods/sealed'
import type { MethodKind } from '#models/types'
import type { Payment } from '#payouts/methods/method'

interface Payable {
  id: string
  affiliate_id: string
  amount: number
  currency: string
  method: MethodKind
  destination: string | null
  name: string | null
  email: string
}

/** Payouts with whom they go to, in the order of files. Plain rows: a file holds thousands. */
export function payables() {
  return db
    .from('payouts')
    .join('affiliates', 'affiliates.id', 'payouts.affiliate_id')
    .orderBy('payouts.id')
    .select(
      'payouts.id',
      'payouts.affiliate_id',
      'payouts.amount',
      'payouts.currency',
      'payouts.method',
      'payouts.destination',
      'affiliates.name',
      'affiliates.email'
    )
}

/** A payout as ways of paying are told of it: with the destination that was approved. */
export function paymentOf(payable: Payable): Payment {
  return {
    id: payable.id,
    affiliateId: payable.affiliate_id,
    amount: minorUnits(payable.amount),
    currency: payable.currency,
    method: payable.method,
    destination: openDestination(payable.destination) ?? {},
    name: payable.name ?? payable.email,
    email: payable.email,
  }
}
