import { Api, base } from '#tests/support/api'
import type User from '#models/user'

/** Signs a person in as a browser does, and gives a client with their cookie and CSRF token. */
export async function signedIn(user: User, password?: string) {
  const cookie = await cookieOf(user, password)
  const page = await fetch(`${base}/campaigns`, { headers: { Cookie: cookie } })
  return new Api({ 'Cookie': cookie, 'X-CSRF-Token': csrfOf(await page.text()) })
}

/** Signs a person in as a browser does. */
export async function cookieOf(user: User, password = 'correct horse battery') {
  const form = await fetch(`${base}/login`)
  const html = await form.text()
  const answer = await fetch(`${base}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Cookie': cookiesOf(form),
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ _csrf: csrfOf(html), email: user.email, password }),
  })
  return cookiesOf(answer)
}

function cookiesOf(response: Response) {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

export function csrfOf(html: string) {
  const [, token] = /csrf-token['"] content=['"]([^'"]+)/.exec(html) ?? []
  if (!token) throw new Error(`No CSRF token in ${html.slice(0, 200)}`)
  return token
}
