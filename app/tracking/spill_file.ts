import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import type { ClickRow } from '#tracking/click_row'

/** Before each record: its length and its CRC-32. A length of 0 ends the file's content. */
const HEAD = 8
const END = Buffer.alloc(HEAD)
const MEGABYTE = 1024 * 1024

/**
 * Clicks that the database could not take in time. The file is allocated before it is needed, so that a full
 * disk does not lose them. One process writes it: the data folder's lock sees to that.
 */
export class SpillFile {
  #file?: FileHandle
  #size = 0
  /** Where the next record goes, and from where on clicks are not in the database yet. */
  #tail = 0
  #head = 0
  #last: Promise<unknown> = Promise.resolve()

  constructor(
    readonly path: string,
    readonly capacity = 64 * MEGABYTE
  ) {}

  get empty() {
    return this.#head === this.#tail
  }

  /** Opens and allocates the file; what an earlier process left in it waits to be replayed. Safe to repeat. */
  open() {
    return this.#inTurn(() => this.#open())
  }

  /** Writes clicks and waits for the disk; answers how many of them there was room for. */
  append(rows: ClickRow[]): Promise<number> {
    return this.#inTurn(() => this.#append(rows))
  }

  /** The oldest clicks that are not in the database yet, and where they end. */
  peek(limit: number): Promise<{ rows: ClickRow[]; end: number }> {
    return this.#inTurn(() => this.#peek(limit))
  }

  /** The clicks before `end` are in the database. When those were all, the file is empty again. */
  forget(end: number) {
    return this.#inTurn(async () => {
      this.#head = end
      if (!this.empty || end === 0) return
      this.#head = this.#tail = 0
      await this.#write(END, 0)
    })
  }

  close() {
    return this.#inTurn(async () => {
      await this.#file?.close()
      this.#file = undefined
    })
  }

  /** One at a time: a place is found and written before the next asks. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work)
    this.#last = done.catch(() => {})
    return done
  }

  async #open() {
    if (this.#file) return
    await mkdir(dirname(this.path), { recursive: true })
    this.#file = await openOrMake(this.path)
    this.#size = await allocate(this.#file, this.capacity)
    this.#tail = await this.#end()
  }

  async #append(rows: ClickRow[]): Promise<number> {
    await this.#open()
    const records = rows.map(encode)
    let fits = 0
    let length = 0
    while (fits < rows.length && this.#tail + length + records[fits].length + HEAD <= this.#size) {
      length += records[fits++].length
    }
    if (fits === 0) return 0

    await this.#write(Buffer.concat([...records.slice(0, fits), END]), this.#tail)
    this.#tail += length
    return fits
  }

  async #peek(limit: number) {
    const rows: ClickRow[] = []
    let end = this.#head
    while (rows.length < limit && end < this.#tail) {
      const record = await this.#read(end)
      if (!record) throw new Error(`The spill file is damaged at ${end}`)
      rows.push(record.row)
      end = record.end
    }
    return { rows, end }
  }

  async #write(bytes: Buffer, at: number) {
    await this.#file!.write(bytes, 0, bytes.length, at)
    await this.#file!.datasync()
  }

  async #end() {
    let end = 0
    for (;;) {
      const record = await this.#read(end)
      if (!record) return end
      end = record.end
    }
  }

  /** Null where the content ends, or where a write was cut short, which no visitor was told of. */
  async #read(at: number): Promise<{ row: ClickRow; end: number } | null> {
    const head = Buffer.alloc(HEAD)
    await this.#file!.read(head, 0, HEAD, at)
    const length = head.readUInt32LE(0)
    if (length === 0 || at + HEAD + length > this.#size) return null

    const body = Buffer.alloc(length)
    await this.#file!.read(body, 0, length, at + HEAD)
    if (crc32(body) !== head.readUInt32LE(4)) return null
    return { row: JSON.parse(body.toString()), end: at + HEAD + length }
  }
}

function encode(row: ClickRow) {
  const body = Buffer.from(JSON.stringify(row))
  const head = Buffer.alloc(HEAD)
  head.writeUInt32LE(body.length, 0)
  head.writeUInt32LE(crc32(body), 4)
  return Buffer.concat([head, body])
}

async function openOrMake(path: string) {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
    return open(path, 'wx+', 0o600)
  }
}

/** Writes zeros, since a hole takes no room on the disk. Answers the size; less where the disk is full. */
async function allocate(file: FileHandle, capacity: number): Promise<number> {
  let { size } = await file.stat()
  const zeros = Buffer.alloc(Math.min(MEGABYTE, capacity))
  try {
    while (size < capacity) {
      const { bytesWritten } = await file.write(
        zeros,
        0,
        Math.min(zeros.length, capacity - size),
        size
      )
      size += bytesWritten
    }
    await file.datasync()
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error
  }
  return size
}
