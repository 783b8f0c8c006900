/** <t-menu> around <details>: closes on Escape, on a click elsewhere and when focus leaves; arrows move. */
class Menu extends HTMLElement {
  connectedCallback() {
    this.details = this.querySelector('details')
    this.outside = (event) => this.contains(event.target) || this.close()
    this.addEventListener('keydown', (event) => this.pressed(event))
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !this.contains(relatedTarget)) this.close()
    })
    document.addEventListener('click', this.outside)
  }

  disconnectedCallback() {
    document.removeEventListener('click', this.outside)
  }

  close() {
    this.details.open = false
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
}

customElements.define('t-menu', Menu)
