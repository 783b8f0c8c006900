import { detailOf, refusedFields, type Refused } from '#dialects/dialect'

/** A word for programs, and a sentence in `detail`. */
export function error(refused: Refused) {
  const { status, word, need } = wordOf(refused)
  return { status, body: { error: word, ...(need && { need }), detail: refused.error } }
}

function wordOf(refused: Refused): { status: number; word: string; need?: string } {
  const { status, code } = refused
  const [field] = refusedFields(refused)
  if (field) return ofField(field)
  const need = detailOf(refused, 'need')
  const taken = detailOf(refused, 'field')
  if (status === 401) return { status, word: 'unauthorized' }
  if (need) return { status, word: 'insufficient_scope', need: scopeOf(need) }
  if (taken) return { status, word: `${taken}_taken` }
  return { status: status === 422 ? 400 : status, word: code.toLowerCase() }
}

/** affiliate_id_required, affiliate_not_found, email_invalid */
function ofField({ field, rule }: { field: string; rule: string }) {
  const name = field.replaceAll('.', '_')
  if (rule === 'required') return { status: 400, word: `${name}_required` }
  if (rule === 'invalid' && name === 'ref') return { status: 404, word: 'link_not_found' }
  if (rule === 'invalid' && name.endsWith('_id'))
    return { status: 404, word: name.replace(/id$/, 'not_found') }
  return { status: 400, word: `${name}_invalid` }
}

/** The word of Affixo's keys for a permission. */
function scopeOf(permission: string) {
  if (permission === 'v1.track.write') return 'track'
  return ['read', 'write'].find((word) => permission.endsWith(`.${word}`)) ?? '*'
}
