import { statesOf } from '#core/state_machine'
import { controllers } from '#generated/controllers'
import { listing } from '#http/listing'
import { deed, resource } from '#http/resource'
import Enrollment from '#models/enrollment'
import { both } from '#start/resources/shared'
import CouponTransformer from '#transformers/coupon_transformer'
import EnrollmentTransformer from '#transformers/enrollment_transformer'
import LinkTransformer from '#transformers/link_transformer'
import * as affiliate from '#validators/affiliate'
import * as enrollment from '#validators/enrollment'

/** What binds an affiliate to a campaign: enrollments, links, coupons. */
export const linksResources = [
  resource('enrollments', controllers.Enrollments, EnrollmentTransformer, {
    index: {
      may: 'v1.affiliates.read',
      says: 'List enrollments',
      only: 'api',
      lists: listing({
        states: statesOf(Enrollment.machine),
        filters: ['affiliate_id', 'campaign_id'],
        expands: both,
      }),
    },
    store: {
      may: 'v1.affiliates.write',
      says: 'Let an affiliate into a campaign, with terms of their own if any',
      only: 'api',
      takes: enrollment.newEnrollment,
    },
    destroy: {
      may: 'v1.affiliates.write',
      says: 'Delete an enrollment that nothing came of',
    },
    edit: { may: 'v1.affiliates.write', says: 'Edit the terms of an enrollment' },
    update: {
      may: 'v1.affiliates.write',
      says: 'Change the terms of an enrollment',
      takes: enrollment.changedEnrollment,
    },
    show: {
      may: 'v1.affiliates.read',
      says: 'One enrollment',
      only: 'api',
      lists: listing({ expands: both }),
    },
  }),
  deed(
    'enrollments/:enrollment_id/activation',
    controllers.EnrollmentActivations,
    EnrollmentTransformer,
    {
      store: {
        may: 'v1.affiliates.write',
        says: 'Activate an enrollment',
        takes: affiliate.empty,
      },
    }
  ),
  deed(
    'enrollments/:enrollment_id/rejection',
    controllers.EnrollmentRejections,
    EnrollmentTransformer,
    {
      store: {
        may: 'v1.affiliates.write',
        says: 'Reject an enrollment',
        takes: affiliate.withReason,
      },
    }
  ),
  deed('enrollments/:enrollment_id/end', controllers.EnrollmentEnds, EnrollmentTransformer, {
    store: {
      may: 'v1.affiliates.write',
      says: 'End an enrollment',
      takes: affiliate.empty,
    },
  }),
  resource('links', controllers.Links, LinkTransformer, {
    index: {
      may: 'v1.links.read',
      says: 'List links',
      lists: listing({
        filters: ['affiliate_id', 'campaign_id'],
        search: ['ref_param', 'name', 'affiliate.name', 'affiliate.email'],
        sorts: ['ref_param'],
        expands: both,
      }),
    },
    create: { may: 'v1.links.write', says: 'New link' },
    store: { may: 'v1.links.write', says: 'Make a link', takes: affiliate.newLink },
    show: {
      may: 'v1.links.read',
      says: 'One link',
      only: 'api',
      lists: listing({ expands: both }),
    },
    edit: { may: 'v1.links.write', says: 'Edit a link' },
    update: { may: 'v1.links.write', says: 'Change a link', takes: affiliate.changedLink },
    destroy: { may: 'v1.links.write', says: 'Delete a link that was never used' },
  }),
  resource('coupons', controllers.Coupons, CouponTransformer, {
    index: {
      may: 'v1.coupons.read',
      says: 'List coupons',
      lists: listing({
        filters: ['affiliate_id', 'campaign_id'],
        search: ['code', 'affiliate.name', 'affiliate.email'],
        sorts: ['code'],
        expands: both,
      }),
    },
    create: { may: 'v1.coupons.write', says: 'New coupon' },
    store: { may: 'v1.coupons.write', says: 'Make a coupon', takes: affiliate.newCoupon },
    edit: { may: 'v1.coupons.write', says: 'Edit a coupon' },
    update: {
      may: 'v1.coupons.write',
      says: 'Give a coupon another code',
      takes: affiliate.changedCoupon,
    },
    destroy: { may: 'v1.coupons.write', says: 'Delete a coupon that was never used' },
    show: {
      may: 'v1.coupons.read',
      says: 'One coupon',
      only: 'api',
      lists: listing({ expands: both }),
    },
  }),
]
