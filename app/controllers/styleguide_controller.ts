import type { HttpContext } from '@adonisjs/core/http'
import { sample } from '#views/sample'

const parts = ['overview', 'list', 'object', 'form', 'parts']

/** GET /styleguide: every component with content as it comes in life. Mounted in development alone. */
export default class StyleguideController {
  show({ request, view }: HttpContext) {
    const part = parts.find((name) => name === request.input('part')) ?? parts[0]
    view.share({ workspace: sample.workspace, workspaces: [sample.workspace], user: sample.user })

    return view.render('pages/styleguide', {
      ...sample,
      part,
      parts: parts.map((name) => ({
        label: name.charAt(0).toUpperCase() + name.slice(1),
        href: `/styleguide?part=${name}`,
        current: name === part,
      })),
    })
  }
}
