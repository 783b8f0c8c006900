import { atomically } from '#core/atomically'
import { ForbiddenException } from '#exceptions/errors'
import { limits, spend } from '#http/rate_limit'
import { enterConsole, signedIn } from '#http/sign_in'
import { take } from '#http/take'
import Invitation from '#models/invitation'
import User from '#models/user'
import { newPerson } from '#validators/account'
import type { HttpContext } from '@adonisjs/core/http'

/** Accepting an invitation, by the link of its mail. */
export default class JoinsController {
  async show(ctx: HttpContext) {
    const { params, response, session, view } = ctx
    const invitation = await openInvitation(ctx)
    const here = await signedIn(ctx)
    if (!here && (await User.findBy('email', invitation.email))) {
      session.flash(
        'notice',
        `Sign in as ${invitation.email} to join ${invitation.workspace.name}.`
      )
      return response.redirect().withIntendedUrl().toPath('/login')
    }
    response.header('Cache-Control', 'no-store').header('Referrer-Policy', 'no-referrer')
    return view.render('pages/joins/show', { invitation, token: params.token, user: here?.user })
  }

  /** As who is signed in, or as somebody new. */
  async store(ctx: HttpContext) {
    const { response, session } = ctx
    const invitation = await openInvitation(ctx)
    const here = await signedIn(ctx)
    if (here) {
      refuseAnother(here.user, invitation)
      await invitation.accept(here.user)
    } else await enterConsole(ctx, await joinAnew(ctx, invitation))

    session.flash('notice', `Welcome to ${invitation.workspace.name}.`)
    return response.redirect().status(303).toPath('/')
  }
}

async function openInvitation({ params, request }: HttpContext) {
  await spend(`join:${request.ip()}`, limits.signIn)
  const invitation = await Invitation.open(params.token)
  if (!invitation)
    throw new ForbiddenException(
      'This invitation was used, was taken back, or is too old. Ask whoever sent it for another.'
    )
  return invitation
}

/** The link proves that the address is theirs; who has an account with it signs in first. */
async function joinAnew(ctx: HttpContext, invitation: Invitation): Promise<User> {
  const { name, password } = await take(ctx, newPerson)
  return atomically(async () => {
    const { email } = invitation
    if (await User.findBy('email', email))
      throw new ForbiddenException(`Sign in as ${email} to accept this invitation.`)
    const user = await User.create({ email, name, password })
    await invitation.accept(user)
    return user
  })
}

function refuseAnother(user: User, { email }: Invitation) {
  if (user.email !== email)
    throw new ForbiddenException(`This invitation is for ${email}. Sign in as them to accept it.`)
}
