import { SaxesParser } from 'saxes'
import { MalformedFile } from '#payouts/results/malformed'

/** An element as it was read: names without their prefix, text without the space around it. */
export interface Node {
  name: string
  /** Of the file, from 1. */
  line: number
  attributes: Record<string, string>
  children: Node[]
  text: string
}

/** Elements inside one another. What banks send has about twelve. */
const DEEPEST = 50

/**
 * Reads a document. Declarations of types are refused, so that no entity is ever expanded and nothing is fetched.
 *
 * @throws MalformedFile with the line
 */
export function readXml(text: string): Node {
  const parser = new SaxesParser({ xmlns: true })
  const open: Node[] = []
  let root: Node | undefined

  parser.on('doctype', () => {
    throw new MalformedFile('A document type is not taken.', parser.line)
  })
  parser.on('error', (error) => {
    throw new MalformedFile(
      `This is not well-formed XML: ${error.message.replace(/^[\d:]+\s*/, '')}`,
      parser.line
    )
  })
  parser.on('opentag', ({ local, attributes }) => {
    const said = Object.values(attributes).map(({ name, value }) => [name, value])
    const node: Node = {
      name: local,
      line: parser.line,
      attributes: Object.fromEntries(said),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(node)
    if (open.push(node) > DEEPEST) throw new MalformedFile('Too deeply nested.', parser.line)
    root ??= node
  })
  parser.on('text', (part) => {
    const inside = open.at(-1)
    if (inside) inside.text += part
  })
  parser.on('closetag', () => {
    const node = open.pop()!
    node.text = node.text.trim()
  })
  parser.write(text).close()
  return root!
}

/** The children of this name. */
export function all(node: Node | undefined, name: string): Node[] {
  return node?.children.filter((child) => child.name === name) ?? []
}

/** The first element at the end of a path. */
export function one(node: Node | undefined, ...path: string[]): Node | undefined {
  return path.reduce((inside: Node | undefined, name) => all(inside, name)[0], node)
}
