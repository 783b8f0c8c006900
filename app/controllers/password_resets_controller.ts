import mailConfig from '#config/mail'
import { ForbiddenException } from '#exceptions/errors'
import { limits, spend } from '#http/rate_limit'
import { take } from '#http/take'
import PasswordReset from '#models/password_reset'
import { askedReset, newPassword } from '#validators/account'
import type { HttpContext } from '@adonisjs/core/http'

/** A new password for who forgot theirs, by a link in a mail. */
export default class PasswordResetsController {
  create({ view }: HttpContext) {
    return view.render('pages/password_resets/create', { mails: mailConfig.isOn })
  }

  /** The answer is the same whether the e-mail is known or not. */
  async store(ctx: HttpContext) {
    const { request, view } = ctx
    await spend(`password-reset:${request.ip()}`, limits.signIn)
    const { email } = await take(ctx, askedReset)
    await spend(`password-reset:${email}`, limits.mails)
    await PasswordReset.ask(email)
    return view.render('pages/password_resets/sent', { email })
  }

  async edit({ params, response, view }: HttpContext) {
    await openReset(params.token)
    keepToken(response)
    return view.render('pages/password_resets/edit', { token: params.token })
  }

  async update(ctx: HttpContext) {
    const { params, session, response } = ctx
    const reset = await openReset(params.token)
    const { password } = await take(ctx, newPassword)
    if (!(await reset.use(password))) throw tooLate()
    session.flash('notice', 'Your password was changed. Sign in with it.')
    return response.redirect().status(303).toPath('/login')
  }
}

async function openReset(token: string) {
  const reset = await PasswordReset.open(token)
  if (!reset) throw tooLate()
  return reset
}

function tooLate() {
  return new ForbiddenException(
    'This link was used already, or is older than an hour. Ask for another.'
  )
}

/** The address of the page is the secret: no cache keeps it, no link tells it. */
function keepToken(response: HttpContext['response']) {
  response.header('Cache-Control', 'no-store').header('Referrer-Policy', 'no-referrer')
}
