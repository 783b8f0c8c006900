/**
 * <t-menu> around <details>: closes on Escape, on a click elsewhere and when focus leaves; arrows move.
 * In a table, which would cut it off, its panel stands free of the page.
 */
class Menu extends HTMLElement {
  connectedCallback() {
    this.details = this.querySelector('details')
    this.panel = this.querySelector('.menu-panel')
    this.listening = new AbortController()
    const { signal } = this.listening

    this.addEventListener('keydown', (event) => this.pressed(event), { signal })
    this.addEventListener('focusout', (event) => this.left(event.relatedTarget), { signal })
    document.addEventListener('click', ({ target }) => this.contains(target) || this.close(), {
      signal,
    })
    if (this.closest('.table-wrap')) {
      this.details.addEventListener('toggle', () => this.place(), { signal })
      document.addEventListener('scroll', () => this.close(), { capture: true, signal })
    }
  }

  disconnectedCallback() {
    this.listening.abort()
  }

  close() {
    this.details.open = false
  }

  left(next) {
    if (next && !this.contains(next)) this.close()
  }

  pressed(event) {
    if (event.key === 'Escape' && this.details.open) {
      event.stopPropagation()
      event.preventDefault()
      this.close()
      this.details.querySelector('summary').focus()
    }
    if (event.key === 'ArrowDown') this.move(event, 1)
    if (event.key === 'ArrowUp') this.move(event, -1)
  }

  move(event, step) {
    event.preventDefault()
    this.details.open = true
    const items = [...this.details.querySelectorAll('.menu-item')]
    const next = items.indexOf(document.activeElement) + step
    items[(next + items.length) % items.length]?.focus()
  }

  place() {
    if (!this.details.open) return
    const button = this.details.getBoundingClientRect()
    const fitsBelow = button.bottom + this.panel.offsetHeight + 8 < innerHeight
    const top = fitsBelow ? button.bottom + 4 : button.top - this.panel.offsetHeight - 4
    const right = document.documentElement.clientWidth - button.right
    Object.assign(this.panel.style, { position: 'fixed', inset: `${top}px ${right}px auto auto` })
  }
}

customElements.define('t-menu', Menu)
