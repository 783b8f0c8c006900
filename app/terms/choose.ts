import type { Caps, Duration, Reward, Rule, Terms } from '#terms/types'

/** What a link or an enrollment says differently from its campaign; null where it says nothing. */
export interface Override {
  reward: Reward | null
  /** Of that reward. */
  caps: Caps
  duration: Duration | null
}

export interface CampaignTerms {
  reward: Reward
  caps: Caps
  duration: Duration
  rules: Rule[]
}

/**
 * The terms of one conversion, by precedence: the link's, the enrollment's, the campaign's. Reward
 * and duration are looked up apart, so an enrollment of 30% keeps the campaign's twelve months;
 * caps are those of the reward.
 */
export function chooseTerms(from: {
  link: Override | null
  enrollment: Override | null
  campaign: CampaignTerms
}): Terms {
  const { link, enrollment, campaign } = from
  const duration = link?.duration ?? enrollment?.duration ?? campaign.duration
  const rest = { duration, rules: campaign.rules }

  if (link?.reward) return { source: 'link', reward: link.reward, caps: link.caps, ...rest }
  if (enrollment?.reward) {
    return { source: 'enrollment', reward: enrollment.reward, caps: enrollment.caps, ...rest }
  }
  return { source: 'campaign', reward: campaign.reward, caps: campaign.caps, ...rest }
}
