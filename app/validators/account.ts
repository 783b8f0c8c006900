import vine from '@vinejs/vine'
import ipaddr from 'ipaddr.js'
import { mapKeys, scopes } from '#http/permissions'
import {
  bic,
  iban,
  optionalAmounts,
  currency,
  email,
  idOf,
  instant,
  origin,
  text,
  timezone,
  whole,
  yes,
} from '#http/fields'
import type { FieldContext } from '@vinejs/vine/types'

const known = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  const strange = Object.keys((value ?? {}) as object).filter((name) => !mapKeys.has(name))
  if (strange.length > 0)
    field.report(`There is no permission "${strange[0]}".`, 'permission', field)
})

const permissionMap = () => vine.record(yes()).use(known())

const addresses = vine.createRule((value: unknown, _: undefined, field: FieldContext) => {
  const strange = (value as string[]).find(
    (each) => !ipaddr.isValid(each) && !ipaddr.isValidCIDR(each)
  )
  if (strange !== undefined) {
    field.report(`"${strange}" is no IP address, and no range such as 10.0.0.0/8.`, 'ip', field)
  }
})

const keySettings = {
  permissions: permissionMap().optional(),
  allowed_ips: vine
    .array(vine.string().trim().maxLength(64))
    .maxLength(100)
    .use(addresses())
    .optional(),
  rate_limit: whole(1, 1_000_000).nullable().optional(),
}

export const newApiKey = vine.create({
  name: text(120),
  kind: vine.enum(['secret', 'affiliate', 'publishable'] as const).optional(),
  affiliate_id: idOf().nullable().optional(),
  scopes: vine.array(vine.enum(scopes)).maxLength(4).optional(),
  expires_at: instant().nullable().optional(),
  ...keySettings,
})

export const changedApiKey = vine.create({
  name: text(120).optional(),
  expires_at: instant().nullable().optional(),
  ...keySettings,
})

const schedule = () =>
  vine.object({
    every: vine.enum(['manual', 'week', 'half_month', 'month'] as const),
    weekday: whole(1, 7).optional(),
    day: whole(1, 31).optional(),
    net_days: whole(0, 90),
  })

/** From where on a person looks; 0 is never. */
const holdLimits = () =>
  vine.object({
    visitor_sales: whole(0, 1_000),
    visitor_hours: whole(1, 720),
    duplicate_minutes: whole(0, 10_080),
  })

export const changedWorkspace = vine.create({
  name: text(120).optional(),
  currency: currency().optional(),
  timezone: timezone().optional(),
  attribution: vine.enum(['first', 'last'] as const).optional(),
  hold_days: whole(0, 365).optional(),
  cookie_days: whole(1, 3650).optional(),
  default_campaign_id: idOf().optional(),
  payout_minimums: optionalAmounts(),
  payout_schedule: schedule().optional(),
  approvals: vine
    .object({ required: vine.enum([1, 2] as const), two_above: optionalAmounts() })
    .optional(),
  snippet: vine
    .object({
      parameter: text(32)
        .regex(/^[A-Za-z][\w-]*$/)
        .notIn(['click_id', 'to']),
      sites: vine.array(origin()).maxLength(50).distinct(),
      consent: yes(),
    })
    .optional(),
  payer: vine
    .object({
      name: text(70).nullable().optional(),
      iban: iban().nullable().optional(),
      bic: bic().nullable().optional(),
      paypal: vine
        .object({
          client_id: text(200),
          client_secret: text(200).optional(),
          environment: vine.enum(['sandbox', 'live'] as const),
        })
        .nullable()
        .optional(),
    })
    .optional(),
  hold_limits: holdLimits().optional(),
  click_retention_days: whole(1, 3650).optional(),
  require_two_factor: yes().optional(),
  lock_version: whole(0, 1_000_000_000).optional(),
})

export const newWorkspace = vine.create({
  name: text(120),
  currency: currency(),
  timezone: timezone(),
})

export const password = () => vine.string().minLength(10).maxLength(200)

export const firstSetup = vine.create({
  token: text(200),
  email: email(),
  name: text(120).optional(),
  password: password(),
  workspace: text(120),
  currency: currency(),
  timezone: timezone(),
  sample: yes().optional(),
})

/** A code of an authenticator, or a recovery code. */
const code = () => vine.string().trim().minLength(6).maxLength(20)

export const signIn = vine.create({
  email: email(),
  password: vine.string().maxLength(200),
  otp: code().optional(),
})

const grantedRole = () => vine.enum(['admin', 'member'] as const)

export const newInvitation = vine.create({ email: email(), role: grantedRole() })

export const changedMember = vine.create({ role: grantedRole() })

export const newOwner = vine.create({
  membership_id: idOf(),
  password: vine.string().maxLength(200),
  code: code().optional(),
})

export const newPerson = vine.create({
  name: text(120),
  password: password(),
})

export const askedReset = vine.create({ email: email() })

export const newPassword = vine.create({
  password: password(),
  password_confirmation: vine.string().sameAs('password'),
})

export const secondFactor = vine.create({ code: code() })

export const passwordAndCode = vine.create({
  current_password: vine.string().maxLength(200),
  code: code(),
})

export const refreshToken = vine.create({ refresh_token: vine.string().maxLength(2000) })

export const changedProfile = vine.create({ name: text(120).nullable().optional() })

export const changedPassword = vine.create({
  current_password: vine.string().maxLength(200),
  password: password(),
  password_confirmation: vine.string().sameAs('password'),
})

export const keyRotation = vine.create({ overlap_hours: whole(0, 720).optional() })
