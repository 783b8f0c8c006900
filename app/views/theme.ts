const themes = ['light', 'dark', 'system'] as const

/** The theme that a browser asked for by the cookie which the switch sets; `system` follows the device. */
export function themeOf(request: {
  plainCookie(key: string, options: { encoded: false }): unknown
}) {
  const asked = request.plainCookie('theme', { encoded: false })
  return themes.find((theme) => theme === asked) ?? 'system'
}
