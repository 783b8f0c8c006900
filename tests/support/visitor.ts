import { base } from '#tests/support/api'

/** A browser without JavaScript: it keeps cookies, follows no redirect, and posts forms with their CSRF token. */
export class Visitor {
  #cookies = new Map<string, string>()
  #csrf = ''

  constructor(private userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0') {}

  async get(path: string) {
    const page = await this.#send('GET', path)
    const [, token] = /csrf-token['"] content=['"]([^'"]+)/.exec(page.text) ?? []
    if (token) this.#csrf = token
    return page
  }

  /** Posts a form of the page that was loaded last. */
  async post(path: string, fields: Record<string, string> = {}, method = 'POST') {
    const spoofed = method === 'POST' ? path : `${path}?_method=${method}`
    return this.#send('POST', spoofed, new URLSearchParams({ _csrf: this.#csrf, ...fields }))
  }

  /** Signs in by the form. */
  async signIn(email: string, password = 'correct horse battery') {
    await this.get('/login')
    const answer = await this.post('/login', { email, password })
    if (answer.to && !answer.to.startsWith('/login')) await this.get('/profile')
    return answer
  }

  async #send(method: string, path: string, body?: URLSearchParams) {
    const response = await fetch(`${base}${path}`, {
      method,
      body,
      redirect: 'manual',
      headers: {
        'User-Agent': this.userAgent,
        'Referer': `${base}${path.split('?')[0]}`,
        'Cookie': [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      this.#cookies.set(name, value)
    }
    const to = response.headers.get('location')
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      to: to && new URL(to, base).pathname,
    }
  }
}
