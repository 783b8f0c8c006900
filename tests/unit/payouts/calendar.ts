import type { PayoutSchedule } from '#payouts/schedule'

/**
 * An oracle for schedules that shares nothing with them: it asks Intl for the local day of every
 * quarter of an hour, and counts days by hand. Days are their midnight in UTC.
 */
export class Calendar {
  #days: Intl.DateTimeFormat
  #beginnings = new Map<number, number>()

  constructor(zone: string) {
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric' } as const
    this.#days = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...parts })
  }

  /** The first quarter of an hour whose local day is this or, where it was skipped, a later one. */
  beginningOf(day: number): number {
    const known = this.#beginnings.get(day)
    if (known !== undefined) return known

    let at = day - 14 * 3_600_000
    while (this.#localDayOf(at) < day) at += 900_000
    this.#beginnings.set(day, at)
    return at
  }

  #localDayOf(at: number): number {
    const parts = this.#days.formatToParts(at).map(({ type, value }) => [type, Number(value)])
    const { year, month, day } = Object.fromEntries(parts)
    return Date.UTC(year, month - 1, day)
  }
}

const DAY = 86_400_000

/** Every day from one to another (exclusive) that a schedule names. */
export function scheduledDays(schedule: PayoutSchedule, from: number, to: number): number[] {
  const days: number[] = []
  for (let day = from; day < to; day += DAY) if (isScheduled(schedule, day)) days.push(day)
  return days
}

export function daysBefore(day: number, days: number): number {
  return day - days * DAY
}

function isScheduled({ every, weekday, day: wanted }: PayoutSchedule, day: number): boolean {
  const date = new Date(day)
  const ofMonth = date.getUTCDate()
  const isLast = new Date(day + DAY).getUTCDate() === 1

  if (every === 'week') return (date.getUTCDay() || 7) === weekday
  if (every === 'half_month') return ofMonth === 1 || ofMonth === 16
  return ofMonth === wanted || (isLast && ofMonth < (wanted ?? 1))
}
