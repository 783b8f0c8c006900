import '#http/context'
import {
  BadRequestException,
  InvalidJsonException,
  PayloadTooLargeException,
  UnsupportedMediaTypeException,
} from '#exceptions/errors'
import { refuseDeep } from '#http/text'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { IncomingMessage } from 'node:http'

const MEGABYTE = 1_048_576

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Reads the body of an API call: JSON in UTF-8, an object, of a bounded size. */
export default class JsonBodyMiddleware {
  async handle({ request }: HttpContext, next: NextFn) {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method())) return next()

    const hasBody = request.hasBody()
    if (hasBody && !request.is(['json'])) throw new UnsupportedMediaTypeException()
    const limit = (request.url().endsWith('/track/batch') ? 4 : 1) * MEGABYTE
    const bytes = hasBody ? await read(request.request, limit) : Buffer.alloc(0)
    const body = bytes.length > 0 ? parse(bytes) : {}
    refuseDeep(body)
    request.setInitialBody(body)
    return next()
  }
}

/** The rest of a body that is too large is read and forgotten, so that the client comes to read the answer. */
function read(stream: IncomingMessage, limit: number): Promise<Buffer> {
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
