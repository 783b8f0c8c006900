const YEAR = 365 * 24 * 60 * 60

/** <t-theme>: the theme now, and in a cookie for the server to render the next page with. */
class Theme extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', ({ target }) => {
      const button = target.closest('[data-theme-choice]')
      if (button) this.choose(button.dataset.themeChoice)
    })
  }

  choose(theme) {
    const secure = location.protocol === 'https:' ? '; secure' : ''
    document.cookie = `theme=${theme}; path=/; max-age=${YEAR}; samesite=lax${secure}`

    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme

    for (const button of document.querySelectorAll('[data-theme-choice]')) {
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === theme))
    }
    document.dispatchEvent(new CustomEvent('theme:changed'))
  }
}

customElements.define('t-theme', Theme)
