import { appUrl } from '#config/app'
import { eventTypes } from '#sources/stripe/read'
import type Workspace from '#models/workspace'

/** Without the signing secret: that is written, and never read. */
export function stripeOf({ id, sources: { stripe } }: Workspace) {
  return {
    connected: stripe !== undefined,
    endpoint: `${appUrl}/in/stripe/${id}`,
    event_types: eventTypes,
    with_tax: stripe?.with_tax ?? false,
    test_mode: stripe?.test_mode ?? false,
  }
}

export function postbackOf({ sources: { postback } }: Workspace) {
  return { connected: postback !== undefined, endpoint: `${appUrl}/postback` }
}
