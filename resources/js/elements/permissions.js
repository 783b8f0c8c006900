/** <t-permissions>: presets tick a set of boxes; `Everything` ticks and locks the others. */
class Permissions extends HTMLElement {
  connectedCallback() {
    this.all = this.querySelector('[data-permission="all"]')
    if (!this.all) return

    this.addEventListener('change', ({ target }) => target === this.all && this.everything())
    this.addEventListener('click', ({ target }) => {
      const preset = target.closest('[data-preset]')
      if (preset) this.choose(preset.dataset.preset.split(' '))
    })
    this.lock()
  }

  get boxes() {
    return [...this.querySelectorAll('[data-permission]')].filter((box) => box !== this.all)
  }

  everything() {
    for (const box of this.boxes) box.checked = this.all.checked
    this.lock()
  }

  choose(permissions) {
    this.all.checked = permissions.includes('all')
    for (const box of this.boxes) {
      box.checked = this.all.checked || permissions.includes(box.dataset.permission)
    }
    this.lock()
  }

  lock() {
    for (const box of this.boxes) box.disabled = this.all.checked
  }
}

customElements.define('t-permissions', Permissions)
