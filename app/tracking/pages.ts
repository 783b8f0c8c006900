import { createHash } from 'node:crypto'

/** Pages for visitors whom no link can be followed for. Whole in themselves: they need no asset and no session. */

const style = `
:root { color-scheme: light dark }
body {
  display: grid; place-content: center; min-height: 100svh; box-sizing: border-box; margin: 0; padding: 24px;
  font: 16px/1.5 system-ui, sans-serif; text-wrap: balance;
  background: light-dark(oklch(0.978 0.003 220), oklch(0.165 0.007 220));
  color: light-dark(oklch(0.49 0.018 230), oklch(0.73 0.012 220));
}
main { max-width: 44ch }
h1 {
  margin: 0 0 8px; font-size: 24px; font-weight: 600; line-height: 1.25; letter-spacing: -0.01em;
  color: light-dark(oklch(0.24 0.015 230), oklch(0.94 0.005 220));
}
p { margin: 0 }
`

const hash = createHash('sha256').update(style).digest('base64')

/** Their style is in them, and nothing else. */
export const policy = `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'`

export const notFound = page(
  'This link leads nowhere',
  'It may have been mistyped, or its program has ended. Ask whoever gave it to you for the right one.'
)

export const unavailable = page(
  'This link cannot be followed right now',
  'Please try again in a moment.'
)

function page(title: string, text: string) {
  return Buffer.from(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`)
}
