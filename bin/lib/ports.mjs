import { createServer } from 'node:net'
import { Stop } from './console.mjs'

/** Refuses, with a sentence, when nothing can listen there. */
export async function requireFreePort(host, port) {
  const error = await tryListening(host, port)
  if (!error) return
  const why = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. Stop it, or choose another port: PORT=${port === 65535 ? 3334 : port + 1} npm start`,
    EACCES: `Port ${port} needs root. Choose one above 1023 (PORT), and put a proxy before it.`,
    EADDRNOTAVAIL: `HOST is ${host}, which is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of its addresses.`,
    ENOTFOUND: `HOST is ${host}, a name that cannot be resolved. Use 127.0.0.1, or 0.0.0.0 for all addresses of this machine.`,
  }[error.code]
  throw new Stop(why ?? `Nothing can listen on port ${port} of ${host}: ${error.message}`)
}

/** A port of the loopback address that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

export function tryListening(host, port) {
  return new Promise((resolve) => {
    const server = createServer().once('error', resolve)
    server.listen(port, host, () => server.close(() => resolve(null)))
  })
}
