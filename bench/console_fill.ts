import db from '@adonisjs/lucid/services/db'
import { analyze } from './money_fill.js'

/** To what `money_fill` wrote: a link for each affiliate, and a referral for each conversion. */
export async function fillCustomers({ campaignId }: { campaignId: string }) {
  await db.rawQuery(
    `insert into links (id, number, workspace_id, affiliate_id, campaign_id, ref_param, created_at, updated_at)
     select 'link' || substr(id, 4), row_number() over (order by id), workspace_id, id, '${campaignId}',
       lower(substr(id, 5)), created_at, updated_at
     from affiliates`
  )
  await db.rawQuery(
    `insert into referrals (id, workspace_id, affiliate_id, campaign_id, customer_external_id, customer_email, customer_name,
       state, attributed_by, explanation, created_at, updated_at)
     select 'ref' || substr(id, 5), workspace_id, affiliate_id, campaign_id, customer_external_id,
       customer_external_id || '@example.com', 'Buyer ' || substr(customer_external_id, 10), 'customer', 'ref', explanation, created_at, updated_at
     from conversions`
  )
  await db.rawQuery(`update conversions set referral_id = 'ref' || substr(id, 5)`)
  await analyze()
}
