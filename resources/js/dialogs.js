/** `data-dialog="id"` opens that <dialog> in place of following its link; `data-close` closes the one around it. */
document.addEventListener('click', (event) => {
  const opener = event.target.closest?.('[data-dialog]')
  const dialog = opener && document.getElementById(opener.dataset.dialog)
  if (dialog) {
    event.preventDefault()
    opener.closest('details.menu')?.removeAttribute('open')
    dialog.showModal()
  }

  event.target.closest?.('[data-close]')?.closest('dialog').close()
})
