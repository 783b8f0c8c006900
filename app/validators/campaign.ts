import vine from '@vinejs/vine'
import { clearableAmounts, idOf, instant, text, url, whole } from '#http/fields'
import { caps, condition, duration, reward } from '#validators/terms'

const slug = () =>
  vine
    .string()
    .trim()
    .toLowerCase()
    .maxLength(100)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .meta({ description: 'a-z 0-9 and -; folded to lower case', examples: ['spring-sale'] })

/** Of a sale, to whoever brought its affiliate. */
const share = () =>
  whole(1, 10_000)
    .nullable()
    .optional()
    .meta({ format: 'basis-points', examples: [500] })

const optional = {
  slug: slug().optional(),
  ...caps(),
  duration: duration().optional(),
  referral_share_bps: share(),
  hold_days: whole(0, 365).optional(),
  cookie_days: whole(1, 3650).nullable().optional(),
  hold_above: clearableAmounts(),
  starts_at: instant().nullable().optional(),
  ends_at: instant().nullable().optional(),
}

export const newCampaign = vine.create({
  name: text(120),
  destination_url: url(),
  reward: reward(),
  state: vine.enum(['draft', 'active'] as const).optional(),
  ...optional,
})

export const changedCampaign = vine.create({
  name: text(120).optional(),
  destination_url: url().optional(),
  reward: reward().optional(),
  ...optional,
  lock_version: whole(0, 1_000_000_000).optional(),
})

export const newRule = vine.create({
  event: vine.enum(['lead', 'sale', 'renewal'] as const),
  reward: reward(),
  all: vine.array(condition()).maxLength(20).optional(),
  any: vine.array(condition()).maxLength(20).optional(),
  duration: duration().optional().nullable(),
  ...caps(),
  position: whole(1, 1000).optional(),
})

export const changedRule = vine.create({
  event: vine.enum(['lead', 'sale', 'renewal'] as const).optional(),
  reward: reward().optional(),
  all: vine.array(condition()).maxLength(20).optional(),
  any: vine.array(condition()).maxLength(20).optional(),
  duration: duration().optional().nullable(),
  ...caps(),
  position: whole(1, 1000).optional(),
  lock_version: whole(0, 1_000_000_000).optional(),
})

export const ruleOrder = vine.create({
  ids: vine.array(idOf()).minLength(1).maxLength(1000).distinct(),
})
