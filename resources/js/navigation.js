import 'unpoly/unpoly.js'

const { up } = window

/** Every link and form is quick but those that leave the console, download, or say data-native. */
const native =
  '[data-native], [data-dialog], [download], [target], [href^="/api/v1/"], [href^="/health"], [method="dialog"]'

up.link.config.followSelectors.push('a[href]')
up.link.config.noFollowSelectors.push(native)
up.form.config.submitSelectors.push('form')
up.form.config.noSubmitSelectors.push(native)
up.link.config.preloadSelectors.push('.sidebar-link')
up.link.config.instantSelectors = []

// The server says where one is: a page below an item of the sidebar belongs to it.
up.status.config.navSelectors = []
up.fragment.config.mainTargets = ['main']
up.fragment.config.runScripts = false
up.history.config.restoreScroll = true
up.layer.config.modal.dismissLabel = ''
up.layer.config.overlay.mainTargets.unshift('.confirm-page')
up.network.config.progressBar = true
up.network.config.lateDelay = 250

/** What changed anything makes what was cached out of date at once. */
up.network.config.expireCache = (request) => !request.isSafe()

up.on('up:link:follow', () => {
  const sidebar = document.getElementById('sidebar')
  if (sidebar?.matches(':popover-open')) sidebar.hidePopover()
})

/** What was said of the last deed is not said of the next. */
up.on('up:link:follow up:form:submit', ({ form }) => {
  for (const message of document.querySelectorAll('.flashes > *'))
    if (!message.contains(form ?? null)) message.remove()
})

up.on('up:layer:opened', ({ layer }) => {
  const heading = layer.element.querySelector('h1[id]')
  if (heading) layer.getBoxElement().setAttribute('aria-labelledby', heading.id)
})

/** A filter that is not set stays out of the URL. */
up.on('up:form:submit', ({ form, params }) => {
  if (form.getAttribute('method')?.toLowerCase() === 'post') return
  for (const { name, value } of params.toArray()) if (value === '') params.delete(name)
})

document.addEventListener('click', ({ target }) => {
  target.closest?.('[data-dismiss]')?.closest('.callout').remove()
})
