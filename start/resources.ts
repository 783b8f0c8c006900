import { accountsResources } from '#start/resources/accounts'
import { peopleResources } from '#start/resources/people'
import { campaignsResources } from '#start/resources/campaigns'
import { authResources } from '#start/resources/auth'
import { affiliatesResources } from '#start/resources/affiliates'
import { ownResources } from '#start/resources/own'
import { linksResources } from '#start/resources/links'
import { customersResources } from '#start/resources/customers'
import { commissionsResources } from '#start/resources/commissions'
import { payoutRunsResources } from '#start/resources/payout_runs'
import { payoutsResources } from '#start/resources/payouts'
import { trackingResources } from '#start/resources/tracking'
import { sourcesResources } from '#start/resources/sources'
import { apiKeysResources } from '#start/resources/api_keys'
import { reportsResources } from '#start/resources/reports'
import { activityResources } from '#start/resources/activity'

/**
 * Every resource, once: mounted under the console for people and under /api/v1 for programs, with what each
 * action asks of its caller. The OpenAPI document is made from this list too.
 */
export const resources = [
  ...authResources,
  ...accountsResources,
  ...peopleResources,
  ...campaignsResources,
  ...affiliatesResources,
  ...linksResources,
  ...customersResources,
  ...commissionsResources,
  ...payoutRunsResources,
  ...payoutsResources,
  ...trackingResources,
  ...sourcesResources,
  ...ownResources,
  ...apiKeysResources,
  ...reportsResources,
  ...activityResources,
]
