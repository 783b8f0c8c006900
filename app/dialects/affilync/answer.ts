import type { Fields } from '#dialects/dialect'

export function tokens(answer: Fields) {
  return answer
}

/** `data` and `meta`, as its page about links shows them. */
export function listOf(show: (row: Fields) => Fields) {
  return ({ data, pagination }: Fields) => ({ data: data.map(show), meta: metaOf(pagination) })
}

export function rowOf(row: Fields): Fields {
  return { ...row, status: row.state }
}

/** A link here has no end. */
export function linkOf(row: Fields): Fields {
  return { ...row, landing_page_url: row.destination_url, short_url: row.url, status: 'active' }
}

function metaOf({ current_page: page, limit, total_count: total }: Fields) {
  return { page, per_page: limit, total }
}
