const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * Attributes as escaped HTML; null, undefined and false are left out, true is the bare name.
 * Edge's own `html.attrs` does not escape its values.
 */
export function attributes(values: Record<string, unknown>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? name : `${name}="${escape(String(value))}"`))
    .join(' ')
}

function escape(text: string) {
  return text.replace(/[&<>"]/g, (character) => entities[character])
}
