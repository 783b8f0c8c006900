import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dataPath } from '#config/data'

/** The key that this instance signs its exported ledgers with: Ed25519, PKCS 8 as PEM, readable by its owner alone. */
const KEY_FILE = 'ledger.key'

/** The signing key of the data folder; made when there is none. */
export function signingKey(): KeyObject {
  const file = dataPath(KEY_FILE)
  if (!existsSync(file)) makeKey(file)
  return createPrivateKey(readFileSync(file))
}

/** The public half of the data folder's key as base64 of its SPKI, or null where none was made. */
export function ownPublicKey(): string | null {
  const file = dataPath(KEY_FILE)
  return existsSync(file) ? publicKeyOf(createPrivateKey(readFileSync(file))) : null
}

export function publicKeyOf(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')
}

/** A line of a record that ends with the signature of what stands before it. */
export function signedLine(record: object, key: KeyObject): string {
  const signature = sign(null, Buffer.from(JSON.stringify(record)), key).toString('base64')
  return JSON.stringify({ ...record, signature })
}

/** Whether the record was signed by this public key. */
export function isSignedBy(record: Record<string, unknown>, publicKey: string): boolean {
  const { signature, ...rest } = record
  if (typeof signature !== 'string') return false
  try {
    const key = createPublicKey({
      key: Buffer.from(publicKey, 'base64'),
      format: 'der',
      type: 'spki',
    })
    return verify(null, Buffer.from(JSON.stringify(rest)), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** `wx`: of two exports at once the first makes the key, and the second reads it. */
function makeKey(file: string) {
  const { privateKey } = generateKeyPairSync('ed25519')
  try {
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' })
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
