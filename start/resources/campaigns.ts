import { statesOf } from '#core/state_machine'
import { controllers } from '#generated/controllers'
import { listing } from '#http/listing'
import { deed, resource } from '#http/resource'
import Campaign from '#models/campaign'
import * as shapes from '#openapi/shape'
import { expands } from '#start/resources/shared'
import CampaignTransformer from '#transformers/campaign_transformer'
import CommissionRuleTransformer from '#transformers/commission_rule_transformer'
import PreviewTransformer from '#transformers/preview_transformer'
import * as affiliate from '#validators/affiliate'
import * as campaign from '#validators/campaign'
import * as preview from '#validators/preview'

/** Campaigns and their rules. */
export const campaignsResources = [
  resource('campaigns', controllers.Campaigns, CampaignTransformer, {
    index: {
      may: 'v1.campaigns.read',
      says: 'List campaigns',
      lists: listing({
        states: statesOf(Campaign.machine),
        search: ['name', 'slug'],
        sorts: ['name'],
      }),
    },
    create: { may: 'v1.campaigns.write', says: 'New campaign' },
    store: { may: 'v1.campaigns.write', says: 'Make a campaign', takes: campaign.newCampaign },
    show: { may: 'v1.campaigns.read', says: 'One campaign' },
    edit: { may: 'v1.campaigns.write', says: 'Edit a campaign' },
    update: {
      may: 'v1.campaigns.write',
      says: 'Change a campaign',
      takes: campaign.changedCampaign,
    },
    destroy: { may: 'v1.campaigns.write', says: 'Delete a campaign that nothing uses' },
  }),
  resource(
    'campaigns/:campaign_id/rules/order',
    controllers.CampaignRuleOrders,
    null,
    {
      update: {
        may: 'v1.campaigns.write',
        says: 'Put the rules of a campaign in order',
        method: 'PUT',
        takes: campaign.ruleOrder,
        gives: shapes.object({ data: shapes.list(shapes.ref(CommissionRuleTransformer)) }),
      },
    },
    { singular: true }
  ),
  resource('campaigns/:campaign_id/rules', controllers.CampaignRules, CommissionRuleTransformer, {
    index: {
      may: 'v1.campaigns.read',
      says: 'The rules of a campaign',
      only: 'api',
      lists: listing({ sorts: ['position'], expands: { campaign: expands.campaign } }),
    },
    show: {
      may: 'v1.campaigns.read',
      says: 'A rule',
      only: 'api',
      lists: listing({ expands: { campaign: expands.campaign } }),
    },
    create: { may: 'v1.campaigns.write', says: 'New rule' },
    store: { may: 'v1.campaigns.write', says: 'Add a rule', takes: campaign.newRule },
    edit: { may: 'v1.campaigns.write', says: 'Edit a rule' },
    update: { may: 'v1.campaigns.write', says: 'Change a rule', takes: campaign.changedRule },
    destroy: { may: 'v1.campaigns.write', says: 'Remove a rule' },
  }),
  deed('campaigns/:campaign_id/preview', controllers.CampaignPreviews, null, {
    show: { may: 'v1.campaigns.read', says: 'Try a sale', only: 'console' },
    store: {
      may: 'v1.campaigns.read',
      says: 'What a sale would earn, and why; nothing is recorded',
      takes: preview.supposedSale,
      gives: PreviewTransformer.shape,
    },
  }),
  deed('campaigns/:campaign_id/activation', controllers.CampaignActivations, CampaignTransformer, {
    store: {
      may: 'v1.campaigns.write',
      says: 'Activate a campaign',
      takes: affiliate.empty,
    },
  }),
  deed('campaigns/:campaign_id/pause', controllers.CampaignPauses, CampaignTransformer, {
    store: {
      may: 'v1.campaigns.write',
      says: 'Pause a campaign',
      takes: affiliate.empty,
    },
  }),
  deed('campaigns/:campaign_id/archive', controllers.CampaignArchives, CampaignTransformer, {
    create: { may: 'v1.campaigns.write', says: 'Archive a campaign?' },
    store: {
      may: 'v1.campaigns.write',
      says: 'Archive a campaign, for good',
      takes: affiliate.empty,
    },
  }),
]
