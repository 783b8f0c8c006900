/** The part of a template's state that a field reads. */
export interface FieldState {
  name: string
  id?: string
  hint?: string
  value?: unknown
  errors?: Errors
  input?: Record<string, unknown>
  flashMessages?: { get(key: string, fallback?: unknown): unknown; has(key: string): boolean }
}

export type Errors = Record<string, string | string[]> | { field: string; message: string }[]

export interface Field {
  id: string
  errors: string[]
  value: unknown
  /** aria-describedby: the ids of its hint and its error. */
  describedBy: string | null
  invalid: boolean
}

/** A field's id, its errors, and its value: what was typed before, else what the page gives. */
export function formField(state: FieldState): Field {
  const path = pathOf(state.name)
  const id = state.id ?? fieldId(state.name)
  const errors = errorsOf(state)[path] ?? []
  const described = [state.hint && `${id}-hint`, errors.length && `${id}-error`].filter(Boolean)
  const typed = typedBefore(state, path)

  return {
    id,
    errors,
    value: typed === undefined ? (state.value ?? '') : typed,
    describedBy: described.join(' ') || null,
    invalid: errors.length > 0,
  }
}

/** `errors` given to the page or component, else what the last form flashed, as lists by field. */
export function errorsOf(
  state: Pick<FieldState, 'errors' | 'flashMessages'>
): Record<string, string[]> {
  const given = state.errors ?? (state.flashMessages?.get('inputErrorsBag') as Errors | undefined)
  if (!given) return {}

  const lists: Record<string, string[]> = {}
  const pairs = Array.isArray(given)
    ? given.map(({ field, message }) => [field, message] as const)
    : Object.entries(given)
  for (const [field, messages] of pairs) (lists[field] ??= []).push(...[messages].flat())
  return lists
}

export function fieldId(name: string): string {
  return `field-${pathOf(name).replaceAll('.', '-')}`
}

/** `reward[amounts][USD]` is `reward.amounts.USD` to the validator. */
function pathOf(name: string): string {
  return name.replace(/\[\]$/, '').replaceAll('[', '.').replaceAll(']', '')
}

function typedBefore(state: FieldState, path: string): unknown {
  if (state.input) return path.split('.').reduce<unknown>(member, state.input)
  if (state.flashMessages?.has('inputErrorsBag')) return state.flashMessages.get(path, undefined)
  return undefined
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined
}
