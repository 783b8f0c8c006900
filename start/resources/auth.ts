import { controllers } from '#generated/controllers'
import { deed } from '#http/resource'
import * as shapes from '#openapi/shape'
import * as account from '#validators/account'

const tokenPair = shapes.object({
  access_token: shapes.text(),
  refresh_token: shapes.text(),
  token_type: { const: 'bearer' },
  expires_in: shapes.whole({ description: 'Seconds until the access token expires.' }),
})

/** How a person signs in to the API without the console. */
export const authResources = [
  deed('auth/login', controllers.AuthLogins, null, {
    store: {
      may: 'anyone',
      says: 'Sign in: a pair of tokens for an e-mail and its password',
      only: 'api',
      takes: account.signIn,
      gives: tokenPair,
    },
  }),
  deed('auth/refresh', controllers.AuthRefreshes, null, {
    store: {
      may: 'anyone',
      says: 'A new pair of tokens for the refresh token of the last',
      only: 'api',
      takes: account.refreshToken,
      gives: tokenPair,
    },
  }),
  deed('auth/logout', controllers.AuthLogouts, null, {
    store: {
      may: 'anyone',
      says: 'Sign out: ends both tokens of a refresh token',
      only: 'api',
      takes: account.refreshToken,
      status: 204,
    },
  }),
]
