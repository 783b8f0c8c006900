import {
  BadRequestException,
  InvalidJsonException,
  PayloadTooLargeException,
} from '#exceptions/errors'
import { refuseDeep } from '#http/text'
import type { IncomingMessage } from 'node:http'

export const MEGABYTE = 1_048_576

const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * A whole body, as it came. The rest of a body that is too large is read and forgotten, so that the client comes to read
 * the answer.
 */
export function readBody(stream: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else reject(new PayloadTooLargeException(`The body is larger than ${limit / MEGABYTE} MB.`))
    })
    stream.on('end', () => resolve(Buffer.concat(chunks)))
    stream.on('error', () => reject(new BadRequestException('The body broke off.')))
  })
}

/** @throws Refusal for what is no JSON object in UTF-8, or one too deep */
export function parseJson(bytes: Buffer): Record<string, unknown> {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    throw new InvalidJsonException('The body is not valid UTF-8.')
  }
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new InvalidJsonException()
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new BadRequestException('The body must be a JSON object.')
  }
  refuseDeep(body)
  return body as Record<string, unknown>
}
