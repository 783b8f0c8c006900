import { counting } from '#http/bounded_count'
import { number } from '#views/words'
import type { PagePagination } from '#http/paginate'

/** A count that goes no further than it must: `312`, `10,000+`. */
export function counted(count: number): string {
  return count > counting.most ? `${number(counting.most)}+` : number(count)
}

/** `1–20 of 312 commissions`, `1–20 of 10,000+ commissions`, and beyond what was counted `10,001–10,020 of many commissions`. */
export function rangeInWords(
  { current_page: page, limit, count, total_count: total, more }: PagePagination,
  noun = 'row',
  many = `${noun}s`
): string {
  const first = (page - 1) * limit + 1
  const last = first + count - 1
  const range = count > 0 ? `${number(first)}–${number(last)}` : 'None'
  const all = !more ? number(total) : last <= total ? `${number(total)}+` : 'many'
  return `${range} of ${all} ${total === 1 && !more ? noun : many}`
}
