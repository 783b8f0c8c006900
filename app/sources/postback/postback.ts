import { system } from '#core/actor'
import { InvalidFieldsException, UnauthorizedException } from '#exceptions/errors'
import { refuseField } from '#http/answer'
import { schemaOf } from '#http/schema_of'
import { strangeFields } from '#http/strange_fields'
import { refuseNoText } from '#http/text'
import { recordRefund } from '#ledger/refunds'
import Workspace from '#models/workspace'
import { isSignedBy, splitSignature } from '#sources/postback/signature'
import { recordConversion } from '#tracking/record_conversion'
import { postback } from '#validators/tracking'
import type { Infer } from '@vinejs/vine/types'
import type { ConversionInput } from '#tracking/input'

type Postback = Infer<typeof postback>

/**
 * Takes what a network tells by an address that it opens. The same again changes nothing.
 *
 * @throws UnauthorizedException unless the workspace's secret has signed it
 */
export async function takePostback(query: string): Promise<{ created: boolean }> {
  const { workspace, parameters } = await signedBySomeone(query)
  const strange = strangeFields(parameters, schemaOf(postback))
  if (strange.length > 0) throw new InvalidFieldsException(strange)
  const told = await postback.validate(parameters)
  if (told.type === 'refund') return refund(workspace, told)
  return recordConversion(workspace, conversionOf(told), system)
}

async function signedBySomeone(query: string) {
  const parts = splitSignature(query)
  const parameters = said(new URLSearchParams(parts?.signed))
  refuseNoText(parameters)
  const workspace = parts && (await Workspace.find(parameters.account_id ?? ''))
  const secret = workspace?.sources.postback?.secret
  if (!parts || !secret || !isSignedBy(secret, parts.signed, parts.signature))
    throw new UnauthorizedException('This postback is not signed by the secret of its account.')
  return { workspace, parameters }
}

/** A network leaves empty what it does not know. */
function said(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...query].filter(([, value]) => value !== ''))
}

/** A network often knows no customer: then each of its conversions is one of its own. */
function conversionOf(told: Postback): ConversionInput {
  const { external_id: externalId, amount = 0, currency } = told
  const isLead = told.type === 'lead'
  if (!isLead && told.amount === undefined) refuseField('amount', 'A sale has an amount.')
  if (!isLead && !currency) refuseField('currency', 'A sale has a currency.')
  const fields = {
    externalId,
    kind: isLead ? ('lead' as const) : undefined,
    amount: isLead ? 0 : amount,
    currency: isLead ? undefined : currency,
    customer: {
      externalId: told.customer_id ?? `postback:${externalId}`,
      ...(told.customer_email && { email: told.customer_email }),
    },
    clickId: told.click_id,
    visitorId: told.visitor_id,
    ref: told.ref,
    coupon: told.coupon,
    product: told.product,
    plan: told.plan,
    subscriptionId: told.subscription_id,
    occurredAt: told.occurred_at,
    source: 'postback' as const,
  }
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as unknown as ConversionInput
}

async function refund(workspace: Workspace, told: Postback) {
  const { conversion_external_id: conversionExternalId } = told
  if (!conversionExternalId)
    return refuseField('conversion_external_id', 'A refund names what it is of.')
  const { external_id: externalId, amount, occurred_at: occurredAt } = told
  return recordRefund(
    workspace.id,
    { externalId, conversionExternalId, amount, occurredAt },
    system
  )
}
