import { Agent, request } from 'node:http'
import { at } from './load.js'
import type { Server } from './servers.js'

/** A workspace that takes sales, and what brings them. */
export interface Shop {
  account: string
  key: string
  ref: string
}

export interface Told {
  per_second: number
  /** What the server took of the processor for one event, in microseconds. */
  processor_us: number
  p50_ms: number
  p99_ms: number
}

interface Selling {
  connections: number
  seconds: number
  keyed?: boolean
}

let serial = 0

/**
 * Sales one by one, on so many connections, of the shops in turn; under an idempotency key each, where asked. Adds
 * their ids to `told`.
 */
export async function sales(
  server: Server,
  shops: Shop[],
  { connections, seconds, keyed = false }: Selling,
  told: string[]
): Promise<Told> {
  return post(server, connections, seconds, 1, () => {
    const shop = shops[serial % shops.length]
    const sale = newSale(shop)
    told.push(sale.external_id)
    return { shop, path: 'track/sale', body: sale, key: keyed ? sale.external_id : undefined }
  })
}

/** What a batch is of; `mixed` is two clicks, a lead and two payments of each visitor. */
const makers = {
  click: ({ ref }: Shop) => ({ type: 'click', ref }),
  sale: (shop: Shop) => ({ type: 'sale', ...newSale(shop) }),
  mixed: newMixed,
}

interface Batches {
  of: keyof typeof makers
  seconds: number
  keyed?: boolean
}

/** Batches of 1,000, one after the other on two connections; under an idempotency key each, where asked. */
export async function batches(
  server: Server,
  shop: Shop,
  { of, seconds, keyed = false }: Batches,
  told: string[]
): Promise<Told> {
  return post(server, 2, seconds, 1_000, () => {
    const events = Array.from({ length: 1_000 }, () => makers[of](shop))
    for (const event of events) if ('external_id' in event) told.push(event.external_id)
    return { shop, path: 'track/batch', body: { events }, key: keyed ? `${serial}` : undefined }
  })
}

function newMixed({ ref }: Shop) {
  const number = ++serial
  const visit = Math.floor(number / 5)
  const visitor = `visitor-${visit}`
  const customer = { external_id: `customer-${visit}-mixed`, email: `buyer${visit}@example.com` }
  if (number % 5 < 2)
    return { type: 'click', ref, visitor_id: visitor, url: 'https://shop.example.com/' }
  if (number % 5 === 2)
    return { type: 'lead', external_id: `lead-${number}`, customer, visitor_id: visitor }
  return {
    ...{ type: 'sale', external_id: `order-${number}`, amount: 9900 + (number % 100) },
    ...{ currency: 'USD', customer, visitor_id: visitor, plan: 'pro' },
    ...{ subscription_id: `subscription-${visit}`, occurred_at: new Date().toISOString() },
  }
}

function newSale({ ref }: Shop) {
  const number = ++serial
  const customer = { external_id: `customer-${number}` }
  return { external_id: `order-${number}`, amount: 9900, currency: 'USD', customer, ref }
}

interface Sending {
  shop: Shop
  path: string
  body: object
  key?: string
}

async function post(
  server: Server,
  connections: number,
  seconds: number,
  eventsEach: number,
  next: () => Sending
): Promise<Told> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const before = await server.processor()
  const begun = performance.now()
  const times: number[] = []
  const one = async () => {
    while (performance.now() < begun + seconds * 1_000) {
      const sent = performance.now()
      await send(server.port, agent, next())
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const took = (performance.now() - begun) / 1_000
  const processor = (await server.processor()) - before
  agent.destroy()
  times.sort((first, second) => first - second)
  return {
    per_second: Math.round((times.length * eventsEach) / took),
    processor_us: Math.round((processor * 1_000_000) / (times.length * eventsEach)),
    p50_ms: Number(at(times, 0.5).toFixed(1)),
    p99_ms: Number(at(times, 0.99).toFixed(1)),
  }
}

/** @throws Error unless everything of it was taken */
function send(port: number, agent: Agent, { shop, path, body, key }: Sending): Promise<void> {
  const text = JSON.stringify(body)
  const headers = {
    'Authorization': `Bearer ${shop.key}`,
    'X-Account-Id': shop.account,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    ...(key && { 'Idempotency-Key': key }),
  }
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, host: '127.0.0.1', path: `/api/v1/${path}`, method: 'POST', agent, headers },
      (response) => {
        let answer = ''
        response.setEncoding('utf8').on('data', (chunk) => (answer += chunk))
        response.on('end', () => {
          const refused = response.statusCode! >= 300 || answer.includes('"ok":false')
          if (refused) reject(new Error(`${response.statusCode}: ${answer.slice(0, 300)}`))
          else resolve()
        })
      }
    )
    asked.on('error', reject).end(text)
  })
}
