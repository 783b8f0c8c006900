import type { PayPalAnswer } from '#payouts/methods/paypal/api/client'

/**
 * What came of sending a batch. `not_sent`: it never left; `refused`: PayPal took nothing of it; `unknown`: nobody
 * here can tell, and it is never taken for a failure.
 */
export type Creation =
  | { kind: 'accepted'; batchId: string }
  | { kind: 'refused'; problem: string }
  | { kind: 'not_sent'; problem: string; wait?: number }
  | { kind: 'unknown'; problem: string }

interface PayPalError {
  name?: unknown
  details?: { field?: unknown; issue?: unknown }[]
  links?: { href?: unknown }[]
}

/** Reads PayPal's answer to a batch that was sent. */
export function createdBy({ status, body, wait }: PayPalAnswer): Creation {
  if (status >= 200 && status < 300) {
    const id = (body as { batch_header?: { payout_batch_id?: unknown } } | null)?.batch_header
      ?.payout_batch_id
    return typeof id === 'string' && id !== ''
      ? { kind: 'accepted', batchId: id }
      : { kind: 'unknown', problem: 'PayPal took the batch and did not name it.' }
  }
  if (status === 429) return { kind: 'not_sent', problem: 'PayPal asks to slow down.', wait }
  if (status === 401)
    return { kind: 'not_sent', problem: 'PayPal does not take these credentials.' }
  if (status >= 500 || status === 408 || body === null)
    return { kind: 'unknown', problem: `PayPal answered ${status}.` }

  const error = body as PayPalError
  return isDuplicate(error) ? known(error) : { kind: 'refused', problem: sentenceOf(error, status) }
}

/** It was sent before, and PayPal has it: the link says under which name. Between two nobody chooses. */
function known({ links }: PayPalError): Creation {
  const ids = (links ?? []).flatMap(({ href }) =>
    typeof href === 'string' ? (/\/payouts\/([\w-]+)(?:\?|$)/.exec(href)?.[1] ?? []) : []
  )
  const [id, ...others] = new Set(ids)
  return id && others.length === 0
    ? { kind: 'accepted', batchId: id }
    : {
        kind: 'unknown',
        problem: 'PayPal knows this batch already, and does not say under which name.',
      }
}

function isDuplicate({ name, details }: PayPalError) {
  const said = [name, ...(details ?? []).map(({ issue }) => issue)].join(' ')
  return /duplicate|already exists/i.test(said)
}

/** Its words for what is wrong, without the values: those are addresses. */
function sentenceOf({ name, details }: PayPalError, status: number) {
  const { field, issue } = details?.[0] ?? {}
  const what = [field, issue].filter((part) => typeof part === 'string').join(': ')
  return `PayPal refused the batch: ${String(name ?? status)}${what ? ` (${what})` : ''}`.slice(
    0,
    250
  )
}
