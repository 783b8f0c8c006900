import { createHash, timingSafeEqual } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { planSample } from '#demo/sample'
import { ForbiddenException, NotFoundException } from '#exceptions/errors'
import { enterConsole } from '#http/sign_in'
import { take } from '#http/take'
import User from '#models/user'
import Workspace from '#models/workspace'
import { firstSetup } from '#validators/account'
import { setupChoices } from '#views/pages/setup'
import type { HttpContext } from '@adonisjs/core/http'

const welcome = {
  alone: 'Welcome. Make your first campaign: what you pay, and for what.',
  withSample:
    'Welcome. The sample workspace is being filled: find it under your workspace’s name, at the top of the sidebar.',
}

/** First-run setup: the owner and their workspace, guarded by the token that `npm start` prints. Open once. */
export default class SetupsController {
  async create({ request, view }: HttpContext) {
    await refuseWithUsers()
    const token = String(request.qs().token ?? '')
    await refuseToken(token)
    return view.render('pages/setup/create', { token, ...setupChoices() })
  }

  async store(ctx: HttpContext) {
    const { response, session } = ctx
    const input = await take(ctx, firstSetup)
    const owner = await atomically(async () => {
      await refuseWithUsers()
      await refuseToken(input.token)
      const user = await User.create({
        email: input.email,
        name: input.name ?? null,
        password: input.password,
      })
      const workspace = await Workspace.found(user, {
        name: input.workspace,
        currency: input.currency,
        timezone: input.timezone,
      })
      if (input.sample) await planSample(user, input.timezone)
      await user.merge({ currentWorkspaceId: workspace.id }).save()
      await db.from('settings').where('key', 'setup_token').delete()
      return user
    })
    await enterConsole(ctx, owner)
    session.flash('notice', input.sample ? welcome.withSample : welcome.alone)
    return response
      .redirect()
      .status(303)
      .toPath(input.sample ? '/' : '/campaigns/new')
  }
}

async function refuseWithUsers() {
  if (await User.first())
    throw new NotFoundException('This instance is set up already. Sign in instead.')
}

async function refuseToken(token: string) {
  const row = await db.from('settings').where('key', 'setup_token').first()
  const given = createHash('sha256').update(token).digest()
  const known = Buffer.from(row?.value ?? '', 'hex')
  if (known.length !== given.length || !timingSafeEqual(given, known)) {
    throw new ForbiddenException(
      'This set-up link is not valid. Use the one that the last “npm start” printed.'
    )
  }
}
