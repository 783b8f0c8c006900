import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
  /** Where it redirects to. */
  to: URL
}

/** A browser that people use. */
export const browser =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'

/** Sends a request as it is written: no redirect followed, no header added but the browser's name. */
export function visit(
  path: string,
  headers: OutgoingHttpHeaders = {},
  method = 'GET'
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: process.env.HOST, port: process.env.PORT, path, method, agent: false }
    const asked = request(
      { ...options, headers: { 'User-Agent': browser, ...headers } },
      (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text) => (body += text))
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            body,
            to: URL.parse(response.headers.location ?? '') ?? new URL('none:'),
          })
        )
      }
    )
    asked.on('error', reject).end()
  })
}

/** The id that the visitor took along. */
export function clickIdOf({ to }: Answer) {
  return to.searchParams.get('click_id')!
}
