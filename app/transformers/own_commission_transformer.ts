import CommissionTransformer from '#transformers/commission_transformer'
import { without } from '#transformers/part_of'

/** What an affiliate sees of it: not what made the program look twice. */
export default class OwnCommissionTransformer extends without(CommissionTransformer, [
  'held_reasons',
]) {}
