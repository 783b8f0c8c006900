import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { clock } from '#core/clock'
import { newId } from '#core/ids'
import { row } from '#core/row'
import { UserTokenSchema } from '#database/schema'
import { TokenInvalidException, TokenReusedException } from '#exceptions/errors'
import { lifetimes, openToken, signToken } from '#http/jwt'
import { hashOf } from '#http/key_secret'
import User from '#models/user'
import type { TokenEnd } from '#models/types'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

export interface TokenPair {
  access_token: string
  refresh_token: string
  token_type: 'bearer'
  /** Seconds until the access token expires. */
  expires_in: number
}

/**
 * One sign-in to the API. Its refresh tokens are a family: each is used once, for the next pair. One that comes a
 * second time was stolen, or its answer was lost; nobody can tell which, so the whole family ends.
 */
export default class UserToken extends compose(UserTokenSchema, row('tok')) {
  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  static async signIn(user: User): Promise<TokenPair> {
    const id = newId('tok')
    const pair = await pairOf(id)
    await UserToken.create({ id, userId: user.id, ...current(pair) })
    return pair
  }

  /**
   * The person whose access token this is.
   *
   * @throws TokenExpiredException, TokenInvalidException
   */
  static async userOf(accessToken: string): Promise<User> {
    const signIn = await UserToken.find(await openToken('access', accessToken))
    if (!signIn || signIn.endedBecause) throw new TokenInvalidException()
    return User.findOrFail(signIn.userId)
  }

  /**
   * Whose refresh token this is, ended ones too.
   *
   * @throws TokenExpiredException, TokenInvalidException
   */
  static async ownerOf(refreshToken: string): Promise<string> {
    const signIn = await UserToken.find(await openToken('refresh', refreshToken))
    if (!signIn) throw new TokenInvalidException()
    return signIn.userId
  }

  /**
   * A new pair for a refresh token, which ends with this. Of two that come at once one gets a pair, and the other
   * ends the family.
   *
   * @throws TokenExpiredException, TokenInvalidException, TokenReusedException
   */
  static async refresh(refreshToken: string): Promise<TokenPair> {
    const id = await openToken('refresh', refreshToken)
    const hash = hashOf(refreshToken)
    const pair = await pairOf(id)
    const { refreshHash, expiresAt } = current(pair)
    const [changed] = await UserToken.query()
      .where({ id, refresh_hash: hash })
      .whereNull('ended_because')
      .update({
        refresh_hash: refreshHash,
        expires_at: expiresAt.toJSDate(),
        updated_at: clock.now().toJSDate(),
      })
    if (Number(changed) === 1) return pair

    const signIn = await UserToken.find(id)
    if (!signIn || signIn.refreshHash === hash) throw new TokenInvalidException()
    await signIn.end('reused')
    throw new TokenReusedException()
  }

  /** @throws TokenExpiredException, TokenInvalidException */
  static async signOut(refreshToken: string) {
    const signIn = await UserToken.find(await openToken('refresh', refreshToken))
    if (!signIn || signIn.endedBecause) throw new TokenInvalidException()
    await signIn.end('signed_out')
  }

  /** Ends every sign-in of a person. */
  static async endAllOf(user: User, because: TokenEnd) {
    await ending(UserToken.query().where('user_id', user.id), because)
  }

  private async end(because: TokenEnd) {
    await ending(UserToken.query().where('id', this.id), because)
  }
}

function ending(signIns: ReturnType<typeof UserToken.query>, because: TokenEnd) {
  return signIns
    .whereNull('ended_because')
    .update({ ended_because: because, updated_at: clock.now().toJSDate() })
}

async function pairOf(id: string): Promise<TokenPair> {
  return {
    access_token: await signToken('access', id),
    refresh_token: await signToken('refresh', id),
    token_type: 'bearer',
    expires_in: lifetimes.access,
  }
}

function current(pair: TokenPair) {
  return {
    refreshHash: hashOf(pair.refresh_token),
    expiresAt: clock.now().plus({ seconds: lifetimes.refresh }),
  }
}
