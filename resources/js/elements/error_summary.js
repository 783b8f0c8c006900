/** <t-error-summary>: takes focus when it comes; a link in it goes to the field, not only to its place. */
class ErrorSummary extends HTMLElement {
  connectedCallback() {
    requestAnimationFrame(() => {
      this.focus()
      this.scrollIntoView({ block: 'center' })
    })
    this.addEventListener('click', (event) => {
      const field = document.getElementById(event.target.closest('a')?.hash.slice(1))
      if (!field) return
      event.preventDefault()
      field.focus()
    })
  }
}

customElements.define('t-error-summary', ErrorSummary)
