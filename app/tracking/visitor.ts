import { newVisitorId } from '#tracking/click_row'

const COOKIE = /(?:^|;\s*)trb_v=([0-9a-f]{32})(?:;|$)/

/** The visitor that the cookie names, or a new one, not told by anything of the browser. */
export function visitorOf(cookies: string | undefined): string {
  return (cookies && COOKIE.exec(cookies)?.[1]) || newVisitorId()
}

/** Kept for the cookie days from the latest click on. */
export function visitorCookie(visitorId: string, days: number, secure: boolean): string {
  return `trb_v=${visitorId}; Path=/; Max-Age=${days * 86_400}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
