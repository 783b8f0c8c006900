import * as shapes from '#openapi/shape'

interface OfCustomer {
  customerExternalId: string
  customerEmail: string | null
  customerName: string | null
  customerCountry: string | null
}

export const customerShape = shapes.object({
  external_id: shapes.text(),
  email: shapes.nullable(shapes.text()),
  name: shapes.nullable(shapes.text()),
  country: shapes.nullable(shapes.text()),
})

export function customerOf(row: OfCustomer) {
  return {
    external_id: row.customerExternalId,
    email: row.customerEmail,
    name: row.customerName,
    country: row.customerCountry,
  }
}
