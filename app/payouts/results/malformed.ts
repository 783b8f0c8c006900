/** A file that cannot be read: what is wrong, and on which line, from 1. */
export class MalformedFile extends Error {
  constructor(
    message: string,
    readonly line: number
  ) {
    super(`Line ${line}: ${message}`)
  }
}
