/** `/` goes to the search; j and k move through a table's rows, Enter opens the one that has focus, x chooses it. */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  if (document.querySelector('dialog[open], up-modal')) return

  if (event.key === '/') focus(event, document.querySelector('[data-search]'))
  if (event.key === 'j') focus(event, neighbour(1))
  if (event.key === 'k') focus(event, neighbour(-1))
  if (event.key === 'x')
    document.activeElement.closest('[data-row]')?.querySelector('.row-check')?.click()
})

function isTyping(target) {
  return target.matches(
    'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]'
  )
}

function neighbour(step) {
  const links = [...document.querySelectorAll('[data-table] a.row-link')]
  const row = document.activeElement.closest('[data-row]')
  const at = links.findIndex((link) => row?.contains(link))
  if (at === -1) return step > 0 ? links[0] : links.at(-1)
  return links[at + step]
}

function focus(event, element) {
  if (!element) return
  event.preventDefault()
  element.focus()
  element.scrollIntoView({ block: 'nearest' })
}
