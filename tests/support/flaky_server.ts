import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { TestContext } from '@japa/runner/core'

/** What a server does with one request. */
type Behaviour = (request: IncomingMessage, response: ServerResponse) => unknown

/** A server on loopback that does one thing after the other; the last again and again. It ends with the test. */
export async function flakyServer(cleanup: TestContext['cleanup'], behaviours: Behaviour[]) {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    const behave = behaviours[Math.min(requests.length, behaviours.length) - 1]
    void behave(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanup(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, requests }
}

/** The connection breaks before anything is answered. */
export const drop: Behaviour = (request) => request.socket.destroy()

export function answer(
  status: number,
  body: object,
  headers: Record<string, string> = {}
): Behaviour {
  return (_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }
}

/** Passes a request on to another server, which does it, and then breaks the connection. */
export function dropAnswerOf(base: string): Behaviour {
  return async (request) => {
    await passedOn(base, request)
    request.socket.destroy()
  }
}

export function passOnTo(base: string): Behaviour {
  return async (request, response) => {
    const answered = await passedOn(base, request)
    response.writeHead(answered.status, Object.fromEntries(answered.headers))
    response.end(await answered.text())
  }
}

async function passedOn(base: string, request: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { host, connection, 'content-length': length, ...headers } = request.headers
  return fetch(base + request.url, {
    method: request.method,
    headers: headers as Record<string, string>,
    body: chunks.length > 0 ? Buffer.concat(chunks) : undefined,
  })
}
