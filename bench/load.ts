import { connect } from 'node:net'

export interface Result {
  answers: number
  seconds: number
  /** In milliseconds. */
  p50: number
  p99: number
  /** The click ids that the answers told of, in no order. */
  clicks: string[]
}

export interface Load {
  port: number
  paths: string[]
  connections: number
  seconds: number
  /** Answers in all, at most. */
  most: number
  /** Requests a second; as many as there can be when left out. */
  rate?: number
}

/** A request, and when it is to be sent: its time counts from then, also when it had to wait for a connection. */
interface Next {
  request: string
  due: number
}

const browser =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'

const CLICK = /[?&]click_id=(clk_[0-9a-z]+)/

/**
 * Asks as fast as so many connections can, one request at a time on each. Plain sockets, since the client runs
 * on the same machine as the server and a heavier one would be what is measured.
 */
export async function load({
  port,
  paths,
  connections,
  seconds,
  most,
  rate,
}: Load): Promise<Result> {
  const times: number[] = []
  const clicks: string[] = []
  const begun = performance.now()
  const end = begun + seconds * 1_000
  let asked = 0

  const next = (): Next | null => {
    const due = rate ? begun + (asked * 1_000) / rate : performance.now()
    if (asked >= most || due >= end) return null
    return { request: requestFor(paths[asked++ % paths.length]), due }
  }
  const told = (answer: string, time: number) => {
    if (!answer.startsWith('HTTP/1.1 302'))
      throw new Error(`Not a redirect: ${answer.slice(0, 200)}`)
    times.push(time)
    const click = CLICK.exec(answer)?.[1]
    if (click) clicks.push(click)
  }
  await Promise.all(Array.from({ length: connections }, () => connection(port, next, told)))

  times.sort((one, other) => one - other)
  return {
    answers: times.length,
    seconds: (performance.now() - begun) / 1_000,
    p50: at(times, 0.5),
    p99: at(times, 0.99),
    clicks,
  }
}

function requestFor(path: string) {
  return `GET ${path} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: ${browser}\r\nReferer: https://blog.example/\r\n\r\n`
}

function connection(
  port: number,
  next: () => Next | null,
  told: (answer: string, time: number) => void
) {
  return new Promise<void>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').setNoDelay()
    let sent = 0
    let text = ''
    const ask = () => {
      const asked = next()
      if (!asked) return socket.end()
      sent = asked.due
      const wait = asked.due - performance.now()
      if (wait > 1) setTimeout(() => socket.write(asked.request), wait)
      else socket.write(asked.request)
    }
    socket.on('connect', ask).on('error', reject).on('close', resolve)
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1')
      if (!text.endsWith('\r\n\r\n')) return
      try {
        told(text, performance.now() - sent)
      } catch (error) {
        return socket.destroy(error as Error)
      }
      text = ''
      ask()
    })
  })
}

/** The value below which this share of the sorted values lies. */
export function at(sorted: number[], share: number) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
