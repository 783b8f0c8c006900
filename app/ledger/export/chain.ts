import { isSignedBy, sha256 } from '#ledger/export/seal'
import { FORMAT } from '#ledger/export/write'

/** What is wrong with a line of a file, counted from 1. */
export interface Fault {
  line: number
  sentence: string
}

export interface LedgerRow {
  table: string
  row: Record<string, string | number | null | object>
}

type Parsed = Record<string, unknown>

/**
 * Follows the lines of an exported ledger: each must hold the hash of the one before it, head and tail must be signed,
 * and the tail's counts must be those of the lines. What is not so is a fault of a named line.
 */
export class Chain {
  readonly faults: Fault[] = []
  #line = 0
  #expected = 0
  #previous = ''
  #head: Parsed | null = null
  #ended = false
  #counts = new Map<string, number>()

  /** @param trusted the public key that the file must be signed with; null when nobody named one */
  constructor(private trusted: string | null) {}

  /** The row of a line, or null where it is head, tail or no line at all. */
  take(text: string): LedgerRow | null {
    this.#line++
    const record = parse(text)
    if (!record) this.#fault('is no JSON object')
    else if (this.#ended) this.#fault('stands after the tail')
    else this.#follow(record)
    this.#previous = text
    if (!record || this.#ended) return null

    if (this.#line === 1) this.#open(record)
    else if ('counts' in record) this.#close(record)
    else return this.#row(record)
    return null
  }

  /** After the last line. */
  end() {
    if (this.#line === 0) this.#fault('is missing: the file is empty')
    else if (!this.#ended) this.#fault('is not the tail: the file was cut after it')
  }

  /** The place of a line, and the hash of the one before it. */
  #follow({ n, prev }: Parsed) {
    const expected = this.#expected
    this.#expected = Number(n) + 1
    if (Number(n) > expected)
      return this.#fault(`was line ${Number(n) + 1}: ${Number(n) - expected} before it are missing`)
    if (n !== expected) return this.#fault(`is out of order: it was line ${Number(n) + 1}`)
    if (expected > 0 && prev !== sha256(this.#previous))
      this.faults.push({
        line: this.#line - 1,
        sentence: 'was changed: the next line holds the hash of another',
      })
  }

  #open(head: Parsed) {
    this.#head = head
    if (head.format !== FORMAT) this.#fault(`is no head of a ${FORMAT}`)
    if (!isSignedBy(head, String(head.key))) this.#fault('has a signature that does not fit')
    if (this.trusted === null)
      this.#fault(
        'names a key that nobody vouches for: say which one you trust with --key, or verify on the instance that exported it'
      )
    else if (head.key !== this.trusted)
      this.#fault(
        `was signed by another key (${fingerprint(String(head.key))}) than the one trusted (${fingerprint(this.trusted)})`
      )
  }

  #close(tail: Parsed) {
    this.#ended = true
    if (!isSignedBy(tail, String(this.#head?.key)))
      this.#fault('has a signature that does not fit: what stands before it was written anew')
    const said = tail.counts as Record<string, number>
    for (const table of new Set([...Object.keys(said), ...this.#counts.keys()])) {
      const counted = this.#counts.get(table) ?? 0
      if (counted !== (said[table] ?? 0))
        this.#fault(`counts ${said[table] ?? 0} ${table}, but there are ${counted}`)
    }
  }

  #row({ table, row }: Parsed): LedgerRow | null {
    if (typeof table !== 'string' || typeof row !== 'object' || row === null) {
      this.#fault('holds no row')
      return null
    }
    this.#counts.set(table, (this.#counts.get(table) ?? 0) + 1)
    return { table, row: row as LedgerRow['row'] }
  }

  #fault(sentence: string) {
    this.faults.push({ line: this.#line, sentence })
  }
}

/** The first characters of a key's SHA-256, to compare by eye. */
export function fingerprint(publicKey: string) {
  return sha256(publicKey).slice(0, 16)
}

function parse(text: string): Parsed | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Parsed) : null
  } catch {
    return null
  }
}
