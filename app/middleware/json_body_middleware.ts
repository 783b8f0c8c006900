import '#http/context'
import {
  BadRequestException,
  InvalidFieldsException,
  InvalidJsonException,
  PayloadTooLargeException,
  UnsupportedMediaTypeException,
} from '#exceptions/errors'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { IncomingMessage } from 'node:http'

const MEGABYTE = 1_048_576

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Reads the body of an API call: JSON in UTF-8, an object, of a bounded size. */
export default class JsonBodyMiddleware {
  async handle({ request }: HttpContext, next: NextFn) {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method())) return next()

    const limit = (request.url().endsWith('/track/batch') ? 4 : 1) * MEGABYTE
    const bytes = await read(request.request, limit)
    if (bytes.length > 0) {
      if (!request.is(['json'])) throw new UnsupportedMediaTypeException()
      const body = parse(bytes)
      refuseNul(body)
      request.setInitialBody(body)
    } else {
      request.setInitialBody({})
    }
    return next()
  }
}

async function read(stream: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) {
      stream.resume()
      throw new PayloadTooLargeException(`The body is larger than ${limit / MEGABYTE} MB.`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parse(bytes: Buffer): Record<string, unknown> {
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
  return body as Record<string, unknown>
}

/** PostgreSQL cannot store U+0000, and no text means it. Lone surrogates are no text either. */
export function refuseNul(value: unknown, path = '') {
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) {
    throw InvalidFieldsException.on(path, 'text', `${path} holds a character that is no text.`)
  }
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    const field = path ? `${path}.${name}` : name
    if (name.includes('\0'))
      throw InvalidFieldsException.on(path, 'text', 'A field name holds U+0000.')
    refuseNul(inner, field)
  }
}
