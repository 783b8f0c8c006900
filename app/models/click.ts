import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { row } from '#core/row'
import { ClickSchema } from '#database/schema'
import Affiliate from '#models/affiliate'
import Campaign from '#models/campaign'
import Link from '#models/link'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** One visit through a link. Written by #tracking/recorder, many in one statement. */
export default class Click extends compose(ClickSchema, row('clk')) {
  @belongsTo(() => Link)
  declare link: BelongsTo<typeof Link>

  @belongsTo(() => Affiliate)
  declare affiliate: BelongsTo<typeof Affiliate>

  @belongsTo(() => Campaign)
  declare campaign: BelongsTo<typeof Campaign>

  get bot() {
    return this.mark === 'bot' || this.mark === 'prefetch'
  }
}
