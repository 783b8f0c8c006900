/** Where Stripe's objects name people, and what of them an integration may have written there. */
const personal = new Set([
  ...['customer', 'customer_account', 'customer_address', 'customer_details', 'customer_email'],
  ...['customer_name', 'customer_phone', 'customer_shipping', 'customer_tax_ids', 'receipt_email'],
  ...['billing_details', 'shipping', 'shipping_details', 'collected_information', 'custom_fields'],
  ...['client_reference_id', 'metadata', 'description', 'statement_descriptor', 'evidence'],
  ...['payment_method_details', 'destination_details', 'previous_attributes', 'number'],
  ...['hosted_invoice_url', 'invoice_pdf', 'receipt_url', 'receipt_number', 'url'],
])

/** Ids of what somebody bought: checkouts, payments, invoices, subscriptions, refunds, disputes. */
const BOUGHT = /^(cs|pi|py|ch|in|inpay|sub|re|pyr|dp|du|txn|il|di|pm)_\w+$/

/** An event without names and addresses. What was paid and what is of what can be read still. */
export function redact(body: string, hidden: (id: string) => string): string {
  return JSON.stringify({ ...JSON.parse(body), forgotten: true }, (name, value) => {
    if (personal.has(name)) return undefined
    return typeof value === 'string' && BOUGHT.test(value) ? hidden(value) : value
  })
}
