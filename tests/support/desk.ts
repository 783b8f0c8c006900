import { base } from '#tests/support/api'
import { cookieOf } from '#tests/support/session'
import type User from '#models/user'

type Fields = Record<string, string | string[]>

/** A person's pages, and their forms as a browser without JavaScript posts them. */
export async function deskOf(user: User) {
  const headers = { Cookie: await cookieOf(user) }
  const page = async (path: string) => {
    const answer = await fetch(`${base}${path}`, { headers })
    return { status: answer.status, html: await answer.text() }
  }
  const post = async (path: string, fields: Fields) => {
    const { html } = await page('/campaigns')
    const [, token] = /csrf-token['"] content=['"]([^'"]+)/.exec(html)!
    const body = new URLSearchParams({ _csrf: token })
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one)
    const answer = await fetch(`${base}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
    })
    return { status: answer.status, to: answer.headers.get('location') }
  }
  return { page, post }
}
