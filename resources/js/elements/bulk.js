/** <t-bulk for="form id">: shows its bar while rows are chosen, counts them, and chooses all or none. */
class Bulk extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form')
    this.listening = new AbortController()
    const { signal } = this.listening
    document.addEventListener('change', (event) => this.changed(event), { signal })
    this.querySelector('[data-clear]').addEventListener('click', () => this.chooseAll(false), {
      signal,
    })
    this.show()
  }

  disconnectedCallback() {
    this.listening.abort()
  }

  get boxes() {
    return [...document.querySelectorAll(`.row-check[form="${this.form.id}"]`)]
  }

  changed({ target }) {
    if (target.dataset?.selectAll === this.form.id) this.chooseAll(target.checked)
    else if (target.matches('.row-check')) this.show()
  }

  chooseAll(checked) {
    for (const box of this.boxes) box.checked = checked
    this.show()
  }

  show() {
    const { boxes } = this
    const count = boxes.filter((box) => box.checked).length
    this.form.hidden = count === 0
    this.querySelector('[data-count]').textContent =
      `${count} ${this.getAttribute(count === 1 ? 'noun' : 'many')} chosen`

    const all = document.querySelector(`[data-select-all="${this.form.id}"]`)
    if (!all) return
    all.checked = count > 0 && count === boxes.length
    all.indeterminate = count > 0 && count < boxes.length
  }
}

customElements.define('t-bulk', Bulk)
