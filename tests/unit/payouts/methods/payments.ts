import { DateTime } from 'luxon'
import type { FileFacts, Payment } from '#payouts/methods/method'

/** The nth payment of these tests: its id is well formed, and always the same. */
export function payment(number: number, settings: Partial<Payment> = {}): Payment {
  return {
    id: `po_01k9${String(number).padStart(22, '0')}`,
    affiliateId: `aff_01k8${String(number).padStart(22, '0')}`,
    amount: 1_250 * number,
    currency: 'EUR',
    method: 'sepa',
    destination: {},
    name: `Jane ${number}`,
    email: `jane${number}@example.com`,
    ...settings,
  }
}

export function facts(settings: Partial<FileFacts> = {}): FileFacts {
  return {
    runId: 'run_01k90000000000000000000000',
    part: 1,
    currency: 'EUR',
    approvedAt: DateTime.fromISO('2026-03-02T09:30:00.123Z', { zone: 'utc' }),
    approvedOn: '2026-03-02',
    payer: { name: 'Müller & Söhne GmbH', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
    ...settings,
  }
}
