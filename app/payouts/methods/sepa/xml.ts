/** An element that is written already. */
export type Element = string & { readonly element: unique symbol }

type Content = string | Element[]

/** One XML element, with what is inside escaped, or indented where it is elements. */
export function element(name: string, content: Content): Element
export function element(name: string, attributes: Record<string, string>, content: Content): Element
export function element(
  name: string,
  first: Content | Record<string, string>,
  second?: Content
): Element {
  const attributes = second === undefined ? {} : (first as Record<string, string>)
  const content = second ?? (first as Content)
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const inside = Array.isArray(content) ? `\n${indented(content.join('\n'))}\n` : escaped(content)
  return `<${name}${said.join('')}>${inside}</${name}>` as Element
}

export function xmlDocument(root: Element) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

function indented(lines: string) {
  return lines.replaceAll(/^/gm, '  ')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string) {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character])
}
