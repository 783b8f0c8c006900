import { camelKeys } from '#http/camel'
import type { Fields } from '#dialects/dialect'

/** A link as its page shows it: ours have no password, no end and no limit of clicks. */
export function linkOf(row: Fields): Fields {
  return {
    ...camelKeys(row),
    title: row.name,
    shortCode: row.ref_param,
    shortUrl: row.url,
    enabled: true,
    passwordProtected: false,
    expiresAt: null,
    clicksLimit: null,
    tags: [],
  }
}

export function same(row: Fields): Fields {
  return camelKeys(row)
}

export function one(show: (row: Fields) => Fields) {
  return (row: Fields) => ({ success: true, data: show(row) })
}

export function listOf(show: (row: Fields) => Fields) {
  return ({ data, pagination }: Fields) => ({
    success: true,
    data: data.map(show),
    pagination: paginationOf(pagination),
  })
}

export function gone() {
  return { success: true, data: null }
}

function paginationOf({ current_page: page, limit, total_count: total, ...rest }: Fields) {
  return {
    page,
    limit,
    total,
    totalPages: rest.total_pages,
    hasMore: rest.next_page !== null,
  }
}
