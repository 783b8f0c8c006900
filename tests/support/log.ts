import logger from '@adonisjs/core/services/logger'
import type { Level } from '@adonisjs/core/types/logger'

interface Stream {
  write(line: string): void
}

/** Takes what is logged from now on, down to the finest level, as the lines that are written. */
export function takeLog() {
  const lines: string[] = []
  const { pino } = logger
  const symbol = streamOf(pino)
  const streams = pino as unknown as Record<symbol, Stream>
  const before = { stream: streams[symbol], level: pino.level as Level }
  streams[symbol] = { write: (line) => void lines.push(line) }
  pino.level = 'trace'
  return {
    lines,
    giveBack() {
      streams[symbol] = before.stream
      pino.level = before.level
    },
  }
}

/** Pino keeps where it writes under a symbol of its own; the loggers of requests inherit it. */
function streamOf(pino: object) {
  const symbols = Object.getOwnPropertySymbols(pino)
  return symbols.find(({ description }) => description === 'pino.stream')!
}
