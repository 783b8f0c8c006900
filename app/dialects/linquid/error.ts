import { detailOf, type Refused } from '#dialects/dialect'

/** Statuses that Linquid does not know, as those that it has for the same. */
const statuses: Record<number, number> = { 405: 404, 413: 400, 415: 400, 422: 400 }

export function error(refused: Refused) {
  const { status, error: message } = refused
  return {
    status: statuses[status] ?? status,
    body: { success: false, error: { code: codeOf(refused), message } },
  }
}

function codeOf(refused: Refused) {
  if (refused.status === 405) return 'NOT_FOUND'
  return detailOf(refused, 'field') === 'ref_param' ? 'SHORT_CODE_EXISTS' : refused.code
}
