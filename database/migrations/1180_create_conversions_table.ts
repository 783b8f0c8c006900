import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('conversions', (table) => {
      this.workspace(table)
      table.string('external_id', 255).notNullable()
      this.oneOf(table, 'kind', ['lead', 'sale', 'renewal']).notNullable()
      // Who told of it. What a browser says proves nothing.
      this.oneOf(table, 'source', ['api', 'browser', 'stripe', 'postback']).notNullable()
      this.reference(table, 'referral_id', 'referrals')
      this.reference(table, 'affiliate_id', 'affiliates')
      this.reference(table, 'campaign_id', 'campaigns')
      // The link that brought it; none where a person or a coupon did.
      this.reference(table, 'link_id', 'links')
      this.word(table, 'click_id')
      // Whoever made it, where the client or the click says so: many sales of one are held.
      table.string('visitor_id', 64)

      this.amount(table).notNullable()
      this.amount(table, 'refunded_amount').notNullable().defaultTo(0)
      this.currency(table)
      table.string('product', 255)
      table.string('plan', 255)
      table.string('subscription_id', 255)
      table.string('coupon_code', 64)

      table.string('customer_external_id', 255).notNullable()
      table.string('customer_email', 254)
      table.string('customer_name', 255)
      table.string('customer_country', 2)
      // When the customer was forgotten: since then no column names them.
      this.instant(table, 'forgotten_at')

      this.oneOf(table, 'attributed_by', ['referral', 'coupon', 'click', 'visitor', 'ref', 'hand'])
      table.text('explanation').notNullable()
      // What the client sent, to tell the same again from another under the same external_id.
      table.json('input').notNullable()
      table.string('fingerprint', 64).notNullable()
      this.instant(table, 'occurred_at').notNullable()
      // Open until then: the click it names may still be on its way.
      this.instant(table, 'open_until')

      // Lists, newest first, and their tabs; of one campaign; sorted by amount, of one kind, too.
      table.index(['workspace_id', 'id'], 'conversions_workspace_id_index')
      table.index(['workspace_id', 'kind', 'id'], 'conversions_workspace_kind_index')
      table.index(['workspace_id', 'amount', 'id', 'kind'], 'conversions_amount_index')
      table.index(['campaign_id', 'id'], 'conversions_campaign_index')
      table.index(['referral_id'], 'conversions_referral_index')
      // What an affiliate sold in a month: tiers and caps by month.
      table.index(
        ['affiliate_id', 'currency', 'occurred_at', 'amount'],
        'conversions_affiliate_month_index'
      )
      // Reports by day, answered from the index alone; lists in that order, of one kind, too.
      table.index(
        ['workspace_id', 'occurred_at', 'currency', 'amount', 'kind'],
        'conversions_occurred_index'
      )

      // The job that counts days: what changed since it counted last.
      table.index(['workspace_id', 'updated_at'], 'conversions_updated_index')

      table.check('amount between 0 and 999999999999', undefined, 'conversions_amount_check')
      table.check('refunded_amount between 0 and amount', undefined, 'conversions_refunded_check')
      table.check(
        `kind = 'lead' or currency is not null`,
        undefined,
        'conversions_kind_currency_check'
      )
    })
    // Those left open, in order; payments of one subscription; one visitor's sales. Most rows have none of it, and are not in them.
    for (const [name, columns, column] of [
      ['open_until', 'id', 'open_until'],
      ['subscription', 'workspace_id, subscription_id, id', 'subscription_id'],
      ['visitor', 'workspace_id, visitor_id, occurred_at', 'visitor_id'],
    ])
      this.schema.raw(
        `create index conversions_${name}_index on conversions (${columns}) where ${column} is not null`
      )
    // The same told again; the search.
    this.beginnings(
      'conversions',
      ['workspace_id', 'external_id'],
      'conversions_workspace_external_unique',
      { unique: true }
    )
    // A customer's payments, and those alike around one; the search.
    this.beginnings(
      'conversions',
      ['workspace_id', 'customer_external_id'],
      'conversions_customer_index',
      { then: 'occurred_at' }
    )
    this.beginnings('conversions', ['workspace_id', 'customer_email'], 'conversions_email_index', {
      where: 'customer_email is not null',
    })
  }

  async down() {
    this.schema.dropTable('conversions')
  }
}
