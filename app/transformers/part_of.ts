import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Transformer } from '#http/resource'
import type { Shape } from '#openapi/shape'

/** A transformer that leaves fields of another out. */
export function without<Of>(whole: Transformer<Of>, hidden: readonly string[]) {
  return class extends BaseTransformer<Of> {
    static shape = {
      ...whole.shape,
      properties: kept(whole.shape.properties as Shape, hidden),
      required: (whole.shape.required as string[]).filter((name) => !hidden.includes(name)),
    }

    toObject() {
      return kept(new whole(this.resource).toObject(), hidden)
    }
  }
}

function kept(fields: object, hidden: readonly string[]) {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !hidden.includes(name)))
}
