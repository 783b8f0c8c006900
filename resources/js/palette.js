const { up } = window

/** Ctrl-K (Cmd-K) opens the search over everything; arrows walk through what it found, Enter opens the first. */
document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    document.querySelector('[data-palette-opener]')?.click()
    return
  }
  const palette = event.target.closest?.('[data-palette]')
  if (!palette) return

  const hits = [...palette.querySelectorAll('.palette-hit')]
  const at = hits.indexOf(event.target)
  const input = palette.querySelector('.palette-input')
  const next = { ArrowDown: hits[at + 1], ArrowUp: hits[at - 1] ?? input }[event.key]
  if (next) {
    event.preventDefault()
    next.focus()
  }
})

/** Enter in the box opens the first hit, once the hits are those of what was typed. */
document.addEventListener(
  'submit',
  async (event) => {
    const palette = event.target.closest?.('up-modal [data-palette]')
    if (!palette) return
    event.preventDefault()
    event.stopImmediatePropagation()
    await up.submit(event.target)
    palette.querySelector('.palette-hit')?.click()
  },
  { capture: true }
)
