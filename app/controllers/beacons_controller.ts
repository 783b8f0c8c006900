import { clock } from '#core/clock'
import { parseJson, readBody } from '#http/json_body'
import { limits, spend } from '#http/rate_limit'
import { refuseNoText } from '#http/text'
import { hashAddress } from '#tracking/address'
import { publishableKey, siteOf, takeClick, takeLead } from '#tracking/browser/beacon'
import { beacon } from '#validators/tracking'
import type { HttpContext } from '@adonisjs/core/http'

/** Bytes. */
const LARGEST = 16_384

export default class BeaconsController {
  /**
   * POST /t: what the snippet tells, as text so that browsers ask for no permission first. The page may read the
   * answer where its site is the workspace's.
   */
  async store({ request, response }: HttpContext) {
    if (limits.browser > 0)
      await spend(`browser:${hashAddress(request.ip(), clock.millis())}`, limits.browser)
    const body = parseJson(await readBody(request.request, LARGEST))
    refuseNoText(body)
    const told = await beacon.validate(body)
    const key = await publishableKey(told.key)
    response.header('Cross-Origin-Resource-Policy', 'cross-origin')
    response.header('Access-Control-Allow-Origin', siteOf(key.workspace, request.header('origin')))
    response.header('Vary', 'Origin')
    response.header('Cache-Control', 'no-store')
    if (told.type === 'click') {
      const { visitor_id: visitorId, url, referrer } = told
      const userAgent = request.header('user-agent')
      const visit = { visitorId, url, referrer, userAgent, ip: request.ip() }
      return response.status(201).json(await takeClick(key.workspace, told, visit))
    }
    await takeLead(key, told)
    return response.status(202).json({ ok: true })
  }
}
