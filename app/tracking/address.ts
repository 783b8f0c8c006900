import { createHmac } from 'node:crypto'
import env from '#start/env'
import { hmacUnder } from '#core/hmac'
import trusted from '#config/proxies'
import type { IncomingMessage } from 'node:http'

interface Month {
  begins: number
  ends: number
  hmac: (text: string) => string
}

let month: Month | undefined

/**
 * HMAC-SHA256 of an address, under a key that is APP_KEY's and the month's (UTC, of `at` in milliseconds): two
 * clicks of one month can be told to come from one address; nobody without APP_KEY can go back to it.
 */
export function hashAddress(ip: string, at: number): string {
  if (!month || at < month.begins || at >= month.ends) month = monthOf(new Date(at))
  return month.hmac(ip)
}

function monthOf(date: Date): Month {
  const [year, number] = [date.getUTCFullYear(), date.getUTCMonth()]
  return {
    begins: Date.UTC(year, number),
    ends: Date.UTC(year, number + 1),
    hmac: hmacUnder(keyOf(date.toISOString().slice(0, 7))),
  }
}

function keyOf(name: string): Buffer {
  const secret = env.get('APP_KEY').release()
  return createHmac('sha256', secret).update(`clicks ${name}`).digest()
}

/** The client's address: the last in X-Forwarded-For that no trusted proxy added, else the socket's. */
export function addressOf(request: IncomingMessage): string | undefined {
  const socket = request.socket.remoteAddress
  const forwarded = request.headers['x-forwarded-for']
  if (!forwarded || !socket || !isTrusted(socket)) return socket

  const hops = String(forwarded).split(',')
  for (let last = hops.length - 1; last > 0; last--) {
    if (!isTrusted(hops[last].trim())) return hops[last].trim()
  }
  return hops[0].trim() || socket
}

/** Whether a trusted proxy says that the client came to it by https. */
export function cameByHttps({ headers, socket }: IncomingMessage): boolean {
  return (
    headers['x-forwarded-proto'] === 'https' &&
    socket.remoteAddress !== undefined &&
    isTrusted(socket.remoteAddress)
  )
}

/** What was found of the addresses that came lately: each visit comes by a proxy, and there are few. */
const known = new Map<string, boolean>()
const MOST = 1_000

function isTrusted(address: string): boolean {
  let found = known.get(address)
  if (found === undefined) {
    if (known.size >= MOST) known.clear()
    known.set(address, (found = isProxy(address)))
  }
  return found
}

/** What is no address is nobody's proxy. */
function isProxy(address: string) {
  try {
    return trusted(address)
  } catch {
    return false
  }
}
