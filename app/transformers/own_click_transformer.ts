import ClickTransformer from '#transformers/click_transformer'
import { without } from '#transformers/part_of'

/** What an affiliate sees of it: not who the visitor was. */
export default class OwnClickTransformer extends without(ClickTransformer, ['visitor_id']) {}
