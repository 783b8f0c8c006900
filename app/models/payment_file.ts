import encryption from '@adonisjs/core/services/encryption'
import { compose } from '@adonisjs/core/helpers'
import { row } from '#core/row'
import { PaymentFileSchema } from '#database/schema'
import { ConflictException } from '#exceptions/errors'

/** A file for a bank or provider. Its content names accounts, so it is kept encrypted. */
export default class PaymentFile extends compose(PaymentFileSchema, row('file')) {
  /** @throws ConflictException once someone in it was forgotten */
  get text(): string {
    if (this.content === null)
      throw new ConflictException(
        'An affiliate in this file was forgotten, so what was in it is gone. Its checksum and sums stay.'
      )
    const text = encryption.decrypt<string>(this.content, 'payment_file')
    if (text === null)
      throw new Error(`Payment file ${this.id} cannot be read: was APP_KEY changed?`)
    return text
  }

  static seal(text: string) {
    return encryption.encrypt(text, { purpose: 'payment_file' })
  }
}
