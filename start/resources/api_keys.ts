import { statesOf } from '#core/state_machine'
import { controllers } from '#generated/controllers'
import { listing } from '#http/listing'
import { deed, resource } from '#http/resource'
import ApiKey from '#models/api_key'
import * as shapes from '#openapi/shape'
import { ofAffiliate } from '#start/resources/shared'
import ApiKeyTransformer from '#transformers/api_key_transformer'
import * as account from '#validators/account'
import * as affiliate from '#validators/affiliate'

/** A key with its secret, which is null when the answer is given again. */
const newKeyShape = {
  allOf: [shapes.ref(ApiKeyTransformer), shapes.object({ secret: shapes.nullable(shapes.text()) })],
}

/** API keys. No key manages keys: only people do. */
export const apiKeysResources = [
  resource('api_keys', controllers.ApiKeys, ApiKeyTransformer, {
    index: {
      may: 'v1.api_keys.read',
      says: 'List API keys',
      lists: listing({
        states: statesOf(ApiKey.machine),
        search: ['name', 'last_four'],
        sorts: ['name', 'last_used_at'],
        mayBeNull: ['last_used_at'],
        filters: ['kind', 'affiliate_id', 'created_by_id'],
        expands: ofAffiliate,
      }),
    },
    create: { may: 'v1.api_keys.write', says: 'New API key' },
    store: {
      may: 'v1.api_keys.write',
      says: 'Make an API key',
      takes: account.newApiKey,
      gives: newKeyShape,
    },
    show: {
      may: 'v1.api_keys.read',
      says: 'One API key',
      lists: listing({ expands: ofAffiliate }),
    },
    edit: { may: 'v1.api_keys.write', says: 'Edit an API key' },
    update: { may: 'v1.api_keys.write', says: 'Change an API key', takes: account.changedApiKey },
    destroy: { may: 'v1.api_keys.write', says: 'Revoke an API key, for good' },
  }),
  resource(
    'api_keys/:api_key_id/rotation',
    controllers.ApiKeyRotations,
    ApiKeyTransformer,
    {
      create: { may: 'v1.api_keys.write', says: 'Rotate an API key?' },
      store: {
        may: 'v1.api_keys.write',
        says: 'Make a key like this one, which ends after an overlap',
        takes: account.keyRotation,
        gives: newKeyShape,
      },
    },
    { singular: true }
  ),
  deed('api_keys/:api_key_id/disable', controllers.ApiKeyDisables, ApiKeyTransformer, {
    store: {
      may: 'v1.api_keys.write',
      says: 'Disable an API key',
      takes: affiliate.empty,
    },
  }),
  deed('api_keys/:api_key_id/enable', controllers.ApiKeyEnables, ApiKeyTransformer, {
    store: {
      may: 'v1.api_keys.write',
      says: 'Enable an API key again',
      takes: affiliate.empty,
    },
  }),
]
