import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { HttpContext } from '@adonisjs/core/http'

type Encoding = 'br' | 'gzip'

/** How hard to try: what is made anew for each request must be quick, what is kept may take its time. */
type Effort = 'quick' | 'best'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** The encoding of these two that the caller likes best; null where they take neither. */
export function encodingFor({ request }: HttpContext): Encoding | null {
  const accepted = request.header('accept-encoding') ?? ''
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) return 'br'
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted) ? 'gzip' : null
}

export function compressed(body: string | Buffer, encoding: Encoding, effort: Effort) {
  const quick = effort === 'quick'
  if (encoding === 'gzip') return zip(body, { level: quick ? 6 : 9 })
  return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quick ? 4 : 11 } })
}
