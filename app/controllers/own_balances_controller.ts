import type { HttpContext } from '@adonisjs/core/http'

export default class OwnBalancesController {
  /** GET /affiliate/balance */
  async show({ affiliate }: HttpContext) {
    return { data: await affiliate.balances() }
  }
}
