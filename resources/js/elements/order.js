/**
 * <t-order>: rows that are put into an order by their handles, dragged, or moved by the arrow keys. The order is sent
 * when a dragged row is dropped; of one moved by keys with Enter, or when its handle is left. Escape puts it back.
 */
class Order extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form')
    this.before = this.ids
    const on = (type, act) =>
      this.addEventListener(type, (event) => {
        const handle = event.target.closest('.order-handle')
        if (handle) act(event, handle)
      })
    on('pointerdown', (event, handle) => this.grab(event, handle))
    on('keydown', (event, handle) => this.press(event, handle))
    on('focusout', () => this.moving || this.dragged || this.send())
  }

  disconnectedCallback() {
    this.letGo()
  }

  get rows() {
    return [...this.querySelectorAll('[data-order]')]
  }

  get ids() {
    return this.rows.map((row) => row.dataset.order)
  }

  /** Heard on the whole page: a row that is moved lets go of the pointer. */
  grab(event, handle) {
    if (event.button !== 0) return
    this.dragged = handle.closest('[data-order]')
    this.dragged.classList.add('is-dragged')
    this.dragging = new AbortController()
    const { signal } = this.dragging
    document.addEventListener('pointermove', (moved) => this.drag(moved), { signal })
    document.addEventListener('pointerup', () => this.drop(handle), { signal })
    document.addEventListener('pointercancel', () => this.putBack(handle), { signal })
  }

  drag({ clientY }) {
    const over = this.rows.find((row) => {
      const { top, bottom } = row.getBoundingClientRect()
      return row !== this.dragged && clientY > top && clientY < bottom
    })
    if (!over) return
    const { top, height } = over.getBoundingClientRect()
    if (clientY < top + height / 2) over.before(this.dragged)
    else over.after(this.dragged)
  }

  drop(handle) {
    this.letGo()
    this.send(handle)
  }

  letGo() {
    this.dragging?.abort()
    this.dragged?.classList.remove('is-dragged')
    this.dragged = null
  }

  press(event, handle) {
    const row = handle.closest('[data-order]')
    const { rows } = this
    const other = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (other) {
      event.preventDefault()
      this.swap(row, rows[rows.indexOf(row) + other], handle, other)
    } else if (event.key === 'Enter' && this.changed) {
      event.preventDefault()
      this.send(handle)
    } else if (event.key === 'Escape') this.putBack(handle)
  }

  swap(row, neighbour, handle, other) {
    if (!neighbour) return
    this.keepFocus(handle, () => (other < 0 ? neighbour.before(row) : neighbour.after(row)))
    this.say(
      `${this.rows.indexOf(row) + 1} of ${this.rows.length}. Enter saves, Escape puts it back.`
    )
  }

  putBack(handle) {
    const rows = new Map(this.rows.map((row) => [row.dataset.order, row]))
    const [first] = this.rows
    const place = document.createComment('')
    first.before(place)
    this.keepFocus(handle, () => place.before(...this.before.map((id) => rows.get(id))))
    place.remove()
    this.letGo()
    this.say('')
  }

  /** A row that is moved loses the focus; that is not to leave it. */
  keepFocus(handle, move) {
    this.moving = true
    move()
    handle?.focus()
    this.moving = false
  }

  get changed() {
    return this.ids.join() !== this.before.join()
  }

  /** The page comes back in the new order, with the handle still in focus that was used last. */
  send(handle) {
    if (!this.changed) return
    this.before = this.ids
    for (const input of this.form.querySelectorAll('[name="ids[]"]')) input.remove()
    for (const value of this.ids) {
      const input = document.createElement('input')
      this.form.append(Object.assign(input, { type: 'hidden', name: 'ids[]', value }))
    }
    this.form.setAttribute('up-focus', handle ? `#${handle.id}` : 'keep')
    this.form.requestSubmit()
  }

  say(text) {
    this.querySelector('[role="status"]').textContent = text
  }
}

customElements.define('t-order', Order)
