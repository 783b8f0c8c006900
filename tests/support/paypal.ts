import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import paypalConfig from '#config/paypal'
import type { AddressInfo } from 'node:net'
import type { BatchItem } from '#payouts/methods/paypal/api/client'

/** What goes wrong with the next call that sends a batch. `after` is after PayPal took it. */
export type Trouble =
  | 'hangs_after'
  | 'drops_after'
  | 'drops_before'
  | 'error_after'
  | 'error_before'
  | 'nameless_after'
  | 'slow_down'
  | 'no_funds'

interface Batch {
  id: string
  senderBatchId: string
  status: string
  items: Item[]
}

interface Item {
  payout_item_id: string
  transaction_id: string
  transaction_status: string
  time_processed: string
  payout_item: BatchItem
  errors?: { name: string }
}

/**
 * A PayPal on loopback that speaks the Payouts API: it takes each `sender_batch_id` once, counts what it would pay
 * whom, and can fail in the ways that PayPal does.
 */
export class FakePayPal {
  #server: Server
  #hanging: ServerResponse[] = []
  readonly batches: Batch[] = []
  /** Met one by one by the calls that send a batch. */
  readonly troubles: Trouble[] = []
  /** Statuses by payout id; PENDING else. */
  readonly statuses = new Map<string, string>()
  tokens = 0
  sends = 0
  secret = 'hush'
  pageSize = 1_000
  linksToOriginal = true
  /** Called once it has taken a batch, before it answers. */
  taken = () => {}

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy())
    })
  }

  /** Starts one, and points the client at it. */
  static async start() {
    const fake = new FakePayPal()
    fake.#server.listen(0, '127.0.0.1')
    await once(fake.#server, 'listening')
    const { urls, patience } = paypalConfig
    Object.assign(paypalConfig, { urls: { live: fake.url, sandbox: fake.url } })
    const stop = async () => {
      Object.assign(paypalConfig, { urls, patience })
      for (const response of fake.#hanging) response.destroy()
      fake.#server.closeAllConnections()
      fake.#server.close()
      await once(fake.#server, 'close')
    }
    return { fake, stop }
  }

  get url() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Makes the client's time be over when this is called, whatever a clock says. */
  losePatience() {
    const over = new AbortController()
    const { patience } = paypalConfig
    paypalConfig.patience = () => over.signal
    return () => {
      paypalConfig.patience = patience
      over.abort(new DOMException('The time is over.', 'TimeoutError'))
    }
  }

  /** How often each payout was taken to be paid. */
  get counts(): Record<string, number> {
    const ids = this.batches.flatMap(({ items }) =>
      items.map(({ payout_item: { sender_item_id: id } }) => id)
    )
    return Object.fromEntries(
      [...Map.groupBy(ids, (id) => id)].map(([id, all]) => [id, all.length])
    )
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url!, this.url)
    const body = await bodyOf(request)
    if (pathname === '/v1/oauth2/token') return this.#giveToken(request, response, body)
    if (request.headers.authorization !== 'Bearer token-1')
      return reply(response, 401, { name: 'AUTHENTICATION_FAILURE' })
    if (request.method === 'POST' && pathname === '/v1/payments/payouts')
      return this.#take(response, JSON.parse(body))
    const batch = this.batches.find(({ id }) => pathname === `/v1/payments/payouts/${id}`)
    return batch
      ? reply(response, 200, this.#page(batch, Number(searchParams.get('page'))))
      : reply(response, 404, { name: 'RESOURCE_NOT_FOUND' })
  }

  #giveToken({ headers }: IncomingMessage, response: ServerResponse, body: string) {
    this.tokens += 1
    const expected = `Basic ${Buffer.from(`client-1:${this.secret}`).toString('base64')}`
    return headers.authorization === expected && body === 'grant_type=client_credentials'
      ? reply(response, 200, { access_token: 'token-1', token_type: 'Bearer', expires_in: 32_400 })
      : reply(response, 401, { error: 'invalid_client' })
  }

  #take(
    response: ServerResponse,
    body: { sender_batch_header: { sender_batch_id: string }; items: BatchItem[] }
  ) {
    this.sends += 1
    const trouble = this.troubles.shift()
    if (trouble === 'drops_before') return response.destroy()
    if (trouble === 'error_before') return reply(response, 503, { name: 'SERVICE_UNAVAILABLE' })
    if (trouble === 'slow_down')
      return reply(response.setHeader('Retry-After', '900'), 429, { name: 'RATE_LIMIT_REACHED' })
    if (trouble === 'no_funds') return reply(response, 422, { name: 'INSUFFICIENT_FUNDS' })

    const senderBatchId = body.sender_batch_header.sender_batch_id
    const known = this.batches.find((batch) => batch.senderBatchId === senderBatchId)
    if (known) return this.#refuseDuplicate(response, known)
    const batch = this.#keep(senderBatchId, body.items)
    this.taken()

    if (trouble === 'hangs_after') return this.#hanging.push(response)
    if (trouble === 'drops_after') return response.destroy()
    if (trouble === 'error_after') return reply(response, 500, { name: 'INTERNAL_SERVER_ERROR' })
    if (trouble === 'nameless_after') return reply(response, 201, {})
    return reply(response, 201, {
      batch_header: { payout_batch_id: batch.id, batch_status: 'PENDING' },
    })
  }

  #keep(senderBatchId: string, items: BatchItem[]) {
    const number = this.batches.length + 1
    const batch: Batch = {
      id: `BATCH${number}`,
      senderBatchId,
      status: 'SUCCESS',
      items: items.map((item, index) => ({
        payout_item_id: `ITEM${number}-${index}`,
        transaction_id: `TX${number}-${index}`,
        transaction_status: 'PENDING',
        time_processed: '2026-03-02T10:00:00Z',
        payout_item: item,
      })),
    }
    this.batches.push(batch)
    return batch
  }

  #refuseDuplicate(response: ServerResponse, { id }: Batch) {
    const href = `${this.url}/v1/payments/payouts/${id}`
    return reply(response, 400, {
      name: 'USER_BUSINESS_ERROR',
      message: 'User business error.',
      details: [
        { field: 'SENDER_BATCH_ID', issue: 'Batch with given sender_batch_id already exists' },
      ],
      links: this.linksToOriginal ? [{ href, rel: 'self', method: 'GET' }] : [],
    })
  }

  #page({ id, status, items }: Batch, page: number) {
    const start = (page - 1) * this.pageSize
    return {
      total_items: items.length,
      total_pages: Math.max(1, Math.ceil(items.length / this.pageSize)),
      batch_header: { payout_batch_id: id, batch_status: status },
      items: items.slice(start, start + this.pageSize).map((item) => ({
        ...item,
        transaction_status:
          this.statuses.get(item.payout_item.sender_item_id) ?? item.transaction_status,
      })),
    }
  }
}

async function bodyOf(request: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function reply(response: ServerResponse, status: number, body: object) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
