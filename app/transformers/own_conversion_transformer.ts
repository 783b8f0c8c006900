import ConversionTransformer from '#transformers/conversion_transformer'
import { without } from '#transformers/part_of'

/** What an affiliate sees of it: not who the customer is. */
export default class OwnConversionTransformer extends without(ConversionTransformer, [
  'customer',
  'external_id',
  'subscription_id',
]) {}
