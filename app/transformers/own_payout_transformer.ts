import PayoutTransformer from '#transformers/payout_transformer'
import { without } from '#transformers/part_of'

/** What an affiliate sees of it: not how the program pays others. */
export default class OwnPayoutTransformer extends without(PayoutTransformer, [
  'attention',
  'marks',
  'run_id',
]) {}
