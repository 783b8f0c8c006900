const { up } = window

const EVERY = 2_000

/**
 * <t-follow> around what a job is doing: fetches the page anew every 2 s, for as long as it comes with one. It
 * waits while the page is not looked at or something is open on it; a link that is followed meanwhile wins.
 */
class Follow extends HTMLElement {
  connectedCallback() {
    this.timer = setTimeout(() => this.follow(), EVERY)
  }

  disconnectedCallback() {
    clearTimeout(this.timer)
  }

  get mayDisturb() {
    return !document.hidden && !document.querySelector('dialog[open], up-modal, details.menu[open]')
  }

  async follow() {
    if (this.mayDisturb) await this.reload()
    if (this.isConnected) this.timer = setTimeout(() => this.follow(), EVERY)
  }

  async reload() {
    try {
      await up.render({
        target: 'main',
        failTarget: ':none',
        url: location.href,
        cache: false,
        history: false,
        background: true,
        abort: false,
        scroll: 'keep',
        focus: 'keep',
      })
    } catch {
      // The server is away, or a link was followed: asked again, or gone with the page.
    }
  }
}

customElements.define('t-follow', Follow)
