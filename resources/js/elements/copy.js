/** <t-copy>: its button copies the text of [data-copy], and says so. */
class Copy extends HTMLElement {
  connectedCallback() {
    this.querySelector('button').addEventListener('click', () => this.copy())
  }

  async copy() {
    const source = this.querySelector('[data-copy]')
    try {
      await navigator.clipboard.writeText(source.textContent)
      this.say('Copied')
    } catch {
      getSelection().selectAllChildren(source)
      this.say('Press Ctrl-C')
    }
  }

  say(text) {
    const button = this.querySelector('button')
    const label = this.querySelector('[data-label]')
    const before = label ? label.textContent : button.getAttribute('aria-label')
    const show = (words) =>
      label ? (label.textContent = words) : button.setAttribute('aria-label', words)

    if (this.timer) return
    show(text)
    button.setAttribute('data-said', '')
    this.timer = setTimeout(() => {
      show(before)
      button.removeAttribute('data-said')
      this.timer = null
    }, 1600)
  }
}

customElements.define('t-copy', Copy)
