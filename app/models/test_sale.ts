import { compose } from '@adonisjs/core/helpers'
import { row } from '#core/row'
import { TestSaleSchema } from '#database/schema'

/** A sale that a program tried out: never in the books, and gone after a day. */
export default class TestSale extends compose(TestSaleSchema, row('test')) {}
