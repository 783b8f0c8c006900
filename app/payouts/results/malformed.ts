/** What cannot be read: what is wrong, and on which line of the file, from 1. */
export class MalformedFile extends Error {
  constructor(
    readonly says: string,
    readonly line: number
  ) {
    super(`Line ${line}: ${says}`)
  }
}
