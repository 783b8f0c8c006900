import vine from '@vinejs/vine'
import { idOf } from '#http/fields'
import { groups } from '#reports/figures'
import { intervals } from '#reports/period'
import * as shapes from '#openapi/shape'
import type { Shape } from '#openapi/shape'

const day = () => vine.string().trim().maxLength(10).optional()

/** How a report is asked for: its days, what it is narrowed to, and how it is cut up. All come in the address. */
export const askedReport = vine.create({
  from: day(),
  to: day(),
  interval: vine.enum(intervals).optional(),
  group_by: vine.enum(groups).optional(),
  currency: vine.string().trim().toUpperCase().maxLength(3).optional(),
  campaign_id: idOf().optional(),
  affiliate_id: idOf().optional(),
  link_id: idOf().optional(),
})

const aDay = (description: string): Shape => ({
  type: 'string',
  pattern: String.raw`^\d{4}-\d{2}-\d{2}$`,
  maxLength: 10,
  description,
  examples: ['2026-03-01'],
})

const period = {
  from: aDay('The first day, in the time zone of the account; 29 days before the last by default.'),
  to: aDay('The last day, included; today by default.'),
}
const narrowed = {
  campaign_id: shapes.idOf('camp'),
  affiliate_id: shapes.idOf('aff'),
  link_id: shapes.idOf('link'),
}

/** The same as query parameters, as the document tells of them. */
export const reportParameters = {
  summary: { ...period, ...narrowed },
  timeseries: { ...period, ...narrowed, interval: shapes.oneOf(intervals) },
  top: {
    ...period,
    ...narrowed,
    group_by: shapes.oneOf(groups),
    currency: { ...shapes.currency(), description: 'Whose commissions they are ranked by.' },
  },
}
