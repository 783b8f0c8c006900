import paypalConfig from '#config/paypal'
import { createdBy, type Creation } from '#payouts/methods/paypal/api/creation'
import type { PayPalAccount } from '#models/types'

/** One payout as PayPal is told of it. */
export interface BatchItem {
  recipient_type: 'EMAIL'
  receiver: string
  amount: { value: string; currency: string }
  /** The payout's id: PayPal's records name it again. At most 63 characters. */
  sender_item_id: string
  note: string
}

/** One payout as PayPal's own record tells of it. */
export interface RecordedItem {
  payout_item_id: string
  transaction_id?: string
  transaction_status?: string
  time_processed?: string
  payout_item: { sender_item_id?: string; amount: { value: string; currency: string } }
  errors?: { name?: string }
}

export interface RecordedBatch {
  status: string
  items: RecordedItem[]
}

/** What PayPal did not answer as it should: the message is for people, and holds no address. */
export class PayPalTrouble extends Error {
  constructor(
    message: string,
    /** Seconds that it asks to wait. */
    readonly wait?: number
  ) {
    super(message)
  }
}

/** Items in one page of a batch: the most that PayPal gives. */
const PAGE = 1_000

/** Bytes of one answer. */
const MOST = 16 * 1024 * 1024

/**
 * The Payouts API (developer.paypal.com/docs/api/payments.payouts-batch/v1), by one workspace's credentials. A
 * client lives as long as one piece of work; so does its token.
 */
export class PayPalClient {
  #token?: string

  constructor(private account: PayPalAccount) {}

  /**
   * Sends a batch. PayPal takes a `sender_batch_id` once in 30 days, whatever became of the first answer, so the
   * same call can be made again. Never throws: what came of it is told.
   */
  async create(senderBatchId: string, items: BatchItem[], subject: string): Promise<Creation> {
    let token: string
    try {
      token = await this.token()
    } catch (error) {
      return { kind: 'not_sent', problem: messageOf(error), wait: waitOf(error) }
    }
    try {
      const header = { sender_batch_id: senderBatchId, email_subject: subject }
      const answer = await this.call('/v1/payments/payouts', {
        method: 'POST',
        headers: { 'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ sender_batch_header: header, items }),
      })
      return createdBy(answer)
    } catch (error) {
      return { kind: 'unknown', problem: messageOf(error) }
    }
  }

  /** All that PayPal's record says of a batch. @throws PayPalTrouble */
  async batch(id: string): Promise<RecordedBatch> {
    const items = new Map<string, RecordedItem>()
    for (let page = 1; ; page++) {
      const body = await this.page(id, page)
      for (const item of body.items ?? []) items.set(item.payout_item_id, item)
      if (page >= (body.total_pages ?? 1))
        return { status: body.batch_header.batch_status, items: [...items.values()] }
    }
  }

  private async page(id: string, page: number): Promise<Page> {
    const query = new URLSearchParams({
      page: String(page),
      page_size: String(PAGE),
      total_required: 'true',
    })
    const { status, body, wait } = await this.call(
      `/v1/payments/payouts/${encodeURIComponent(id)}?${query}`,
      { headers: { Authorization: `Bearer ${await this.token()}` } }
    )
    if (status !== 200 || !isPage(body))
      throw new PayPalTrouble(`PayPal answered ${status} when it was asked for a batch.`, wait)
    return body
  }

  private async token(): Promise<string> {
    if (this.#token) return this.#token
    const { client_id: id, client_secret: secret } = this.account
    const { status, body, wait } = await this.call('/v1/oauth2/token', {
      method: 'POST',
      headers: {
        'Authorization': `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    })
    if (status === 401) throw new PayPalTrouble('PayPal does not take these credentials.')
    const token = (body as { access_token?: unknown } | null)?.access_token
    if (status !== 200 || typeof token !== 'string')
      throw new PayPalTrouble(`PayPal answered ${status} when it was asked for a token.`, wait)
    return (this.#token = token)
  }

  private async call(path: string, request: RequestInit): Promise<PayPalAnswer> {
    const url = `${paypalConfig.urls[this.account.environment]}${path}`
    const signal = paypalConfig.patience()
    const response = await fetch(url, { ...request, redirect: 'error', signal })
    const wait = Number(response.headers.get('retry-after')) || undefined
    return { status: response.status, body: parsed(await read(response)), wait }
  }
}

/** `body` is null where it is no JSON. */
export interface PayPalAnswer {
  status: number
  body: unknown
  wait?: number
}

interface Page {
  total_pages?: number
  batch_header: { batch_status: string }
  items?: RecordedItem[]
}

function isPage(body: unknown): body is Page {
  const { batch_header: header, items } = (body ?? {}) as Partial<Page>
  const isItem = (item: RecordedItem) =>
    typeof item?.payout_item_id === 'string' && typeof item.payout_item?.amount === 'object'
  return (
    typeof header?.batch_status === 'string' &&
    (items === undefined || (Array.isArray(items) && items.every(isItem)))
  )
}

async function read(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MOST) throw new PayPalTrouble('PayPal’s answer is too large.')
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Fetch hides the reason in the cause. */
function messageOf(error: unknown): string {
  if (error instanceof PayPalTrouble) return error.message
  const { name, cause } = error as Error & { cause?: { code?: string } }
  if (name === 'TimeoutError') return 'PayPal did not answer in time.'
  return `PayPal could not be reached (${cause?.code ?? name}).`
}

function waitOf(error: unknown) {
  return error instanceof PayPalTrouble ? error.wait : undefined
}
