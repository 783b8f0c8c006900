import { describeDay, localTime } from '#terms/local'
import type { Duration, Facts } from '#terms/types'

type Payment = Pick<Facts, 'event' | 'amount' | 'occurredAt' | 'firstPaymentAt'>

/**
 * Whether a conversion still earns: `months` are calendar months of the workspace's zone from the
 * referral's first payment on (31 January and 1 month: the last of February), end exclusive;
 * `first` is that payment alone, and leads before it. Throws RangeError for what is no zone.
 */
export function withinDuration(duration: Duration, payment: Payment, zone: string): boolean {
  return outsideDuration(duration, payment, zone) === null
}

/** The half-sentence of why a conversion no longer earns, or null when it does. */
export function outsideDuration(
  duration: Duration,
  { event, amount, occurredAt, firstPaymentAt }: Payment,
  zone: string
): string | null {
  if (duration.type === 'first') {
    if (firstPaymentAt) {
      return `only the first payment earns, that of ${describeDay(firstPaymentAt, zone)}`
    }
    return event === 'lead' || amount > 0 ? null : 'only the first payment earns, and none was made'
  }

  if (duration.type === 'months' && firstPaymentAt) {
    const end = localTime(firstPaymentAt, zone).plus({ months: duration.months })
    if (occurredAt < end) return null
    const months = duration.months === 1 ? '1 month' : `${duration.months} months`
    return `its ${months} ended on ${describeDay(end, zone)}`
  }

  return null
}
