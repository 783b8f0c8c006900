import logger from '@adonisjs/core/services/logger'
import { secure } from '#config/app'
import { addressOf, cameByHttps } from '#tracking/address'
import { clickRow } from '#tracking/click_row'
import { destinationOf, withClick, type Destination } from '#tracking/destination'
import { lookUp } from '#tracking/link_cache'
import { notFound, policy, unavailable } from '#tracking/pages'
import { recorder } from '#tracking/recorder'
import { visitorCookie, visitorOf } from '#tracking/visitor'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LinkTarget } from '#tracking/link_target'
import type { Mark } from '#models/types'

const PATH = /^\/r\/([a-zA-Z0-9_-]{2,64})\/?$/

/** Whether a request is a visit: anything under /r/. */
export function isVisit({ url }: IncomingMessage) {
  return url!.startsWith('/r/')
}

/**
 * GET /r/:ref_param. Stores the click and sends the visitor on; what goes wrong with the first never keeps the
 * second from happening. Never throws.
 */
export async function answerVisit(request: IncomingMessage, response: ServerResponse) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(response)
  try {
    const [path, query] = splitAt(request.url!, '?')
    const refParam = PATH.exec(path)?.[1].toLowerCase()
    const target = refParam ? await lookUp(refParam) : null
    const destination = target && destinationOf(target, query)
    if (!destination) return show(response, 404, notFound)
    await sendOn(request, response, target, destination)
  } catch (error) {
    logger.error({ err: error }, 'A visit could not be answered')
    show(response, 503, unavailable)
  }
}

async function sendOn(
  request: IncomingMessage,
  response: ServerResponse,
  target: LinkTarget,
  destination: Destination
) {
  const { headers } = request
  const visitorId = visitorOf(headers.cookie)
  const row = clickRow(target, {
    visitorId,
    url: destination.url,
    referrer: decoded(headers.referer),
    ip: addressOf(request),
    userAgent: decoded(headers['user-agent']),
    mark: markOf(request),
  })
  await recorder.record(row)

  response.writeHead(302, {
    'Location': withClick(destination, row[0]),
    'Cache-Control': 'no-store',
    'Set-Cookie': visitorCookie(visitorId, target.cookieDays, secure || cameByHttps(request)),
    'Content-Length': 0,
  })
  response.end()
}

function show(response: ServerResponse, status: 404 | 503, page: Buffer) {
  if (response.headersSent) return response.end()
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': page.length,
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    ...(status === 503 && { 'Retry-After': '5' }),
  })
  response.end(page)
}

function refuseMethod(response: ServerResponse) {
  response.writeHead(405, { 'Allow': 'GET, HEAD', 'Content-Length': 0 })
  response.end()
}

/**
 * A browser that fetches ahead has shown nobody anything, and neither has whoever asks for headers alone. Every
 * browser says what it is.
 */
function markOf({ method, headers }: IncomingMessage): Mark | undefined {
  if (method === 'HEAD') return 'prefetch'
  if (!headers['user-agent']) return 'bot'
  const purpose =
    headers['sec-purpose'] ?? headers['purpose'] ?? headers['x-purpose'] ?? headers['x-moz']
  return purpose && /prefetch|prerender|preview/i.test(String(purpose)) ? 'prefetch' : undefined
}

/** Node reads headers as Latin-1; what is UTF-8 is read as that. */
function decoded(header: string | undefined) {
  return header && /[\x80-\xff]/.test(header)
    ? Buffer.from(header, 'latin1').toString('utf8')
    : header
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
