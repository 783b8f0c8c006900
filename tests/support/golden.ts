import { readFile, writeFile } from 'node:fs/promises'
import type { Assert } from '@japa/assert'

/** That the text is, byte for byte, the file in tests/golden. `GOLDEN=write` writes it anew, for a person to read. */
export async function assertGolden(assert: Assert, name: string, text: string) {
  const path = new URL(`../golden/${name}`, import.meta.url)
  if (process.env.GOLDEN === 'write') await writeFile(path, text)
  assert.equal(text, await readFile(path, 'utf8'))
}
