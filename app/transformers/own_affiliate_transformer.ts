import AffiliateTransformer from '#transformers/affiliate_transformer'
import { without } from '#transformers/part_of'

/** What an affiliate sees of it: not what the program notes about them. */
export default class OwnAffiliateTransformer extends without(AffiliateTransformer, [
  'tags',
  'metadata',
]) {}
