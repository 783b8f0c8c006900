import db from '@adonisjs/lucid/services/db'
import type Link from '#models/link'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'

/** Adds to each link how many clicks it had, from the daily counts. */
export function withClicks<Q extends ModelQueryBuilderContract<typeof Link>>(links: Q): Q {
  links
    .select('links.*')
    .select(
      db
        .from('daily_clicks')
        .whereColumn('daily_clicks.link_id', 'links.id')
        .sum('clicks')
        .as('clicks')
    )
  return links
}
