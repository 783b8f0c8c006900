import type { Refused } from '#dialects/dialect'

export function error({ status, error: detail, code }: Refused) {
  return { status, body: { detail, error_code: code } }
}
