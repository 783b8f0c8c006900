import { Migration } from '#database/migration'

export default class extends Migration {
  async up() {
    this.create('referrals', (table) => {
      this.affiliateOfWorkspace(table)
      this.reference(table, 'campaign_id', 'campaigns').notNullable()
      this.reference(table, 'link_id', 'links')
      this.reference(table, 'coupon_id', 'coupons')
      this.word(table, 'click_id')
      this.oneOf(table, 'state', ['lead', 'customer', 'denied', 'expired']).notNullable()

      table.string('customer_external_id', 255).notNullable()
      table.string('customer_email', 254)
      table.string('customer_name', 255)
      table.string('customer_country', 2)
      // When the customer was forgotten: since then no column names them.
      this.instant(table, 'forgotten_at')

      this.oneOf(table, 'attributed_by', [
        'referral',
        'coupon',
        'click',
        'visitor',
        'ref',
        'hand',
      ]).notNullable()
      table.text('explanation').notNullable()
      // The first conversion above 0: durations count from it.
      this.instant(table, 'first_payment_at')

      // Lists, newest first, and their tabs; one affiliate's customers.
      table.index(['workspace_id', 'id'], 'referrals_workspace_id_index')
      table.index(['workspace_id', 'state', 'id'], 'referrals_workspace_state_index')
      table.index(['campaign_id', 'state'], 'referrals_campaign_state_index')
      table.index(['affiliate_id', 'id'], 'referrals_affiliate_index')
    })
    // One customer is bound once; an expired lead is attributed anew.
    this.schema.raw(
      `create unique index referrals_customer_unique on referrals (workspace_id, customer_external_id) where state <> 'expired'`
    )
    // The search; whether a customer is bound under another id of theirs.
    this.beginnings(
      'referrals',
      ['workspace_id', 'customer_external_id'],
      'referrals_customer_index'
    )
    this.beginnings('referrals', ['workspace_id', 'customer_email'], 'referrals_email_index', {
      where: 'customer_email is not null',
    })
    // The search for a part of a name, which reads no more than the names: on PostgreSQL as they are looked at, in
    // small letters. It takes such an index only where it also has the column itself.
    const names = this.onPostgres
      ? '(workspace_id, lower(customer_name)) include (customer_name, id)'
      : '(workspace_id, customer_name)'
    this.schema.raw(
      `create index referrals_name_index on referrals ${names} where customer_name is not null`
    )
  }

  async down() {
    this.schema.dropTable('referrals')
  }
}
