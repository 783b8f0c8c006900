import { compose } from '@adonisjs/core/helpers'
import { belongsTo } from '@adonisjs/lucid/orm'
import { appUrl } from '#config/app'
import mailConfig from '#config/mail'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { record } from '#core/events'
import { row } from '#core/row'
import { machine } from '#core/state_machine'
import { transition } from '#core/transition'
import { InvitationSchema } from '#database/schema'
import { ConflictException, InvalidTransitionException } from '#exceptions/errors'
import { hashOf } from '#http/key_secret'
import { newToken } from '#http/token'
import { invitationMail } from '#mails/messages'
import Mail from '#models/mail'
import Membership from '#models/membership'
import User from '#models/user'
import Workspace from '#models/workspace'
import { lockPeople, refuseAbove } from '#people/members'
import type { Actor } from '#core/actor'
import type { InvitationState } from '#models/types'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

const LASTS = { days: 7 }

/** A pending offer of a membership. Only the keyed hash of its token is stored. */
export default class Invitation extends compose(InvitationSchema, row('inv')) {
  static word = 'invitation'
  static machine = machine<InvitationState>()({
    accept: { from: ['pending'], to: 'accepted', event: 'accepted' },
    expire: { from: ['pending'], to: 'expired', event: 'expired' },
    revoke: { from: ['pending'], to: 'revoked', event: 'revoked' },
  })

  @belongsTo(() => Workspace)
  declare workspace: BelongsTo<typeof Workspace>

  @belongsTo(() => User, { foreignKey: 'invitedById' })
  declare invitedBy: BelongsTo<typeof User>

  /** The link, in the request that made it, where no mail brings it; null where one does. */
  declare secret?: string | null

  /**
   * Offers someone a role, by mail.
   *
   * @throws ForbiddenException above one's own role; ConflictException for a member, and for who is invited already
   */
  static async offer({ email, role }: { email: string; role: 'admin' | 'member' }, by: Membership) {
    refuseAbove(by, role)
    return atomically(async () => {
      const workspace = await lockPeople(by.workspaceId)
      await refuseKnown(workspace, email)
      const token = newToken()
      const invitation = await Invitation.create({
        workspaceId: workspace.id,
        email,
        role,
        state: 'pending',
        invitedById: by.userId,
        tokenHash: hashOf(token),
        expiresAt: clock.now().plus(LASTS),
      })
      await record(invitation, {
        type: 'invitation.created',
        actor: { kind: 'user', id: by.userId },
        to: 'pending',
        data: { role },
      })
      await invitation.bring(token)
      return invitation
    })
  }

  /** The one whose link this is, while it is pending. */
  static open(token: string): Promise<Invitation | null> {
    return Invitation.query()
      .where({ token_hash: hashOf(token), state: 'pending' })
      .where('expires_at', '>', clock.now().toJSDate())
      .preload('workspace')
      .preload('invitedBy')
      .first()
  }

  /** Sends it once more, with a new link and a new end; the old link ends. */
  async resend(by: Membership) {
    refuseAbove(by, this.role)
    await atomically(async () => {
      await lockPeople(this.workspaceId)
      await this.refresh()
      if (this.state !== 'pending')
        throw new InvalidTransitionException(`This invitation is ${this.state}: invite them anew.`)
      const token = newToken()
      const expiresAt = clock.now().plus(LASTS)
      Object.assign(this, { tokenHash: hashOf(token), expiresAt })
      await this.save()
      await record(this, {
        type: 'invitation.renewed',
        actor: { kind: 'user', id: by.userId },
      })
      await this.bring(token)
    })
  }

  revoke(actor: Actor) {
    return transition(this, 'revoke', { actor })
  }

  /** @throws InvalidTransitionException when it is not pending any more; ConflictException for a member */
  async accept(user: User) {
    await atomically(async () => {
      const workspace = await lockPeople(this.workspaceId)
      await refuseKnown(workspace, user.email, this)
      await transition(this, 'accept', {
        actor: user.actor,
        set: { accepted_at: clock.now().toJSDate() },
      })
      const member = await Membership.create({
        workspaceId: workspace.id,
        userId: user.id,
        role: this.role,
      })
      await user.merge({ currentWorkspaceId: workspace.id }).save()
      await record(member, {
        type: 'member.joined',
        actor: user.actor,
        data: { role: this.role, invitation_id: this.id },
      })
    })
  }

  /** Mails the link, or keeps it for who made it to pass on. */
  private async bring(token: string) {
    this.secret = mailConfig.isOn ? null : `${appUrl}/join/${token}`
    const inviter = await User.findOrFail(this.invitedById)
    const { name } = await Workspace.findOrFail(this.workspaceId)
    const about = { inviter: inviter.displayName, workspace: name, role: this.role, token }
    await Mail.write(this.email, invitationMail(about), this.workspaceId)
  }
}

async function refuseKnown(workspace: Workspace, email: string, butFor?: Invitation) {
  const member = await Membership.query()
    .where('workspace_id', workspace.id)
    .whereHas('user', (users) => void users.where('email', email))
    .first()
  if (member) throw new ConflictException(`${email} is a member already.`, { field: 'email' })

  const pending = await Invitation.query()
    .where({ workspace_id: workspace.id, email, state: 'pending' })
    .where('expires_at', '>', clock.now().toJSDate())
    .whereNot('id', butFor?.id ?? '')
    .first()
  if (pending)
    throw new ConflictException(`${email} is invited already. Send that invitation again.`, {
      field: 'email',
    })
}
