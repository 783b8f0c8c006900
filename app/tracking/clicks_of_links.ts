import db from '@adonisjs/lucid/services/db'
import type Link from '#models/link'

/** Adds to each link how many clicks it had, from the daily counts. */
export async function countClicks(links: Link[]) {
  const ids = links.map(({ id }) => id)
  const counts: { link_id: string; clicks: number }[] = await db
    .from('daily_clicks')
    .whereIn('link_id', ids)
    .groupBy('link_id')
    .select('link_id')
    .sum('clicks as clicks')
  const clicks = new Map(counts.map((count) => [count.link_id, Number(count.clicks)]))
  for (const link of links) link.$extras.clicks = clicks.get(link.id) ?? 0
}
