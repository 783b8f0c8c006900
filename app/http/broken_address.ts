import { randomUUID } from 'node:crypto'
import { BadRequestException } from '#exceptions/errors'
import type { Server } from '@adonisjs/core/http'

/**
 * An address of the API that is not UTF-8 in percent encoding is answered here, in the API's shape: AdonisJS
 * cannot read it either, and answers a line of text.
 */
export function refuseBrokenAddresses(server: Server) {
  const handle = server.handle.bind(server)
  server.handle = async (request, response) => {
    if (!request.url?.startsWith('/api/') || isReadable(request.url))
      return handle(request, response)

    const { message, status, code } = new BadRequestException(
      'The address is not UTF-8 in percent encoding.'
    )
    response.writeHead(status, {
      'Content-Type': 'application/json; charset=utf-8',
      'X-Request-Id': randomUUID(),
    })
    response.end(JSON.stringify({ error: message, code }))
  }
}

function isReadable(address: string) {
  try {
    decodeURIComponent(address)
    return true
  } catch {
    return false
  }
}
