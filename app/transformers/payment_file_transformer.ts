import { BaseTransformer } from '@adonisjs/core/transformers'
import { fileFormats } from '#payouts/methods/index'
import * as shapes from '#openapi/shape'
import { stamps } from '#transformers/stamps'
import type PaymentFile from '#models/payment_file'

export default class PaymentFileTransformer extends BaseTransformer<PaymentFile> {
  static shape = shapes.row('file', {
    format: shapes.oneOf(fileFormats),
    part: shapes.whole(),
    parts: shapes.whole(),
    rows: shapes.whole(),
    amount: shapes.money(),
    currency: shapes.currency(),
    sha256: shapes.text(),
  })

  toObject() {
    const row = this.resource
    return {
      id: row.id,
      format: row.format,
      part: row.part,
      parts: row.parts,
      rows: row.rows,
      amount: row.amount,
      currency: row.currency,
      sha256: row.checksum,
      ...stamps(row),
    }
  }
}
