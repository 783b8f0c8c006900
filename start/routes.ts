import router from '@adonisjs/core/services/router'
import app from '@adonisjs/core/services/app'
import { dialects } from '#dialects/index'
import { mountDialects } from '#dialects/mount'
import { controllers } from '#generated/controllers'
import { consoleStack, forPeople, mount, publicly, refuseUnguardedRoutes } from '#http/mount'
import { middleware } from '#start/kernel'
import { resources } from '#start/resources'

publicly(router.get('/health/live', [controllers.Health, 'live']), 'a monitor has no key')
publicly(router.get('/health/ready', [controllers.Health, 'ready']), 'a load balancer has no key')

publicly(router.get('/api/v1/openapi.json', [controllers.Openapi, 'show']), 'it tells how to call')

/** What browsers of visitors ask, from sites of the workspaces. */
publicly(router.get('/t.js', [controllers.BrowserSnippets, 'show']), 'it names a publishable key')
publicly(router.post('/t', [controllers.Beacons, 'store']), 'it names a publishable key')

/** What other systems tell. */
publicly(router.post('/in/:source/:workspace_id', [controllers.IncomingEvents, 'store']), 'signed')
publicly(router.get('/postback', [controllers.Postbacks, 'show']), 'signed')

/** The pages before the sign-in. */
router
  .group(() => {
    publicly(router.get('/setup', [controllers.Setups, 'create']), 'guarded by the one-time token')
    publicly(router.post('/setup', [controllers.Setups, 'store']), 'guarded by the one-time token')
    publicly(router.get('/login', [controllers.Sessions, 'create']), 'this is how one signs in')
    publicly(router.post('/login', [controllers.Sessions, 'store']), 'this is how one signs in')
    publicly(router.get('/login/code', [controllers.SecondFactors, 'create']), 'after the password')
    publicly(router.post('/login/code', [controllers.SecondFactors, 'store']), 'after the password')
    publicly(
      router.get('/password_reset', [controllers.PasswordResets, 'create']),
      'who forgot their password cannot sign in'
    )
    publicly(
      router.post('/password_reset', [controllers.PasswordResets, 'store']),
      'who forgot their password cannot sign in'
    )
    publicly(
      router.get('/password_reset/:token', [controllers.PasswordResets, 'edit']),
      'guarded by the token of the mail'
    )
    publicly(
      router.put('/password_reset/:token', [controllers.PasswordResets, 'update']),
      'guarded by the token of the mail'
    )
    publicly(router.get('/join/:token', [controllers.Joins, 'show']), 'guarded by the token')
    publicly(router.post('/join/:token', [controllers.Joins, 'store']), 'guarded by the token')
    if (!app.inProduction) {
      publicly(router.get('/styleguide', [controllers.Styleguide, 'show']), 'development only')
    }
  })
  .use([
    middleware.face({ face: 'console' }),
    middleware.body(),
    middleware.session(),
    middleware.shield(),
    middleware.auth(),
    middleware.form(),
  ])

/** What a person does about themselves. */
router
  .group(() => {
    forPeople(router.delete('/session', [controllers.Sessions, 'destroy']))
    forPeople(router.put('/current_workspace', [controllers.CurrentWorkspaces, 'update']))
    forPeople(router.get('/profile/two_factor', [controllers.TwoFactors, 'show']))
    forPeople(router.post('/profile/two_factor', [controllers.TwoFactors, 'store']))
    forPeople(router.put('/profile/two_factor', [controllers.TwoFactors, 'update']))
    forPeople(router.delete('/profile/two_factor', [controllers.TwoFactors, 'destroy']))
    forPeople(router.post('/profile/recovery_codes', [controllers.RecoveryCodes, 'store']))
  })
  .use([
    middleware.face({ face: 'console' }),
    middleware.body(),
    middleware.session(),
    middleware.shield(),
    middleware.auth(),
    middleware.form(),
    middleware.consoleCaller(),
  ])

router
  .group(() => {
    forPeople(router.get('/', [controllers.Overviews, 'show']))
    forPeople(router.delete('/sample', [controllers.Samples, 'destroy']))
    forPeople(router.get('/search', [controllers.Searches, 'show']))
    forPeople(router.get('/api/docs', [controllers.ApiDocs, 'index']))
    forPeople(router.get('/api/docs/:part', [controllers.ApiDocs, 'show']))
    forPeople(router.get('/profile', [controllers.Profiles, 'show']))
    forPeople(router.patch('/profile', [controllers.Profiles, 'update']))
    forPeople(router.put('/profile/password', [controllers.ProfilePasswords, 'update']))
    forPeople(router.delete('/profile/sessions', [controllers.ProfileSessions, 'destroyOthers']))
    forPeople(router.delete('/profile/sessions/:id', [controllers.ProfileSessions, 'destroy']))
  })
  .use([middleware.face({ face: 'console' }), ...consoleStack()])

mount(resources, 'console')
mount(resources, 'api', '/api/v1')
mountDialects(dialects, resources)

app.ready(() => refuseUnguardedRoutes())
