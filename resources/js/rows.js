const interactive = 'a, button, input, select, textarea, label, summary, details, form'

/** A click anywhere on a row follows its link; with Ctrl, Cmd or the middle button in a new tab. */
function open(event) {
  const row = event.target.closest?.('[data-row]')
  const link = row?.querySelector('a.row-link')
  if (!link || event.target.closest(interactive) || String(getSelection())) return

  if (event.ctrlKey || event.metaKey || event.button === 1)
    window.open(link.href, '_blank', 'noopener')
  else if (event.button === 0) link.click()
}

document.addEventListener('click', open)
document.addEventListener('auxclick', open)
