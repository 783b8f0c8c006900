/**
 * A double click does it once: after a submit the buttons of its form are off until the answer comes.
 * The submitter stays on until its name and value are read. Capturing, to come before Unpoly.
 */
document.addEventListener('submit', guard, { capture: true })

function guard(event) {
  const form = event.target
  if (
    event.submitter?.formMethod === 'get' ||
    form.getAttribute('method')?.toLowerCase() !== 'post'
  )
    return

  if (form.dataset.busy) {
    event.preventDefault()
    event.stopImmediatePropagation()
    return
  }
  form.dataset.busy = 'true'
  setTimeout(() => setBusy(form, event.submitter, true))
}

document.addEventListener('up:fragment:loaded', releaseAll)
document.addEventListener('up:fragment:offline', releaseAll)
document.addEventListener('up:request:aborted', releaseAll)
window.addEventListener('pageshow', releaseAll)

function setBusy(form, submitter, busy) {
  for (const button of buttonsOf(form)) button.disabled = busy
  if (submitter) submitter.toggleAttribute('data-busy', busy)
}

function buttonsOf(form) {
  return [...form.elements].filter((element) => element.matches('button:not([type=button])'))
}

function releaseAll() {
  for (const form of document.querySelectorAll('form[data-busy]')) {
    delete form.dataset.busy
    for (const button of buttonsOf(form)) {
      button.disabled = false
      button.removeAttribute('data-busy')
    }
  }
}
