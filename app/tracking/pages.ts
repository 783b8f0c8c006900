/** Pages for visitors whom no link can be followed for. Whole in themselves: they need no asset and no session. */

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
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body>
<h1>${title}</h1>
<p>${text}</p>
</body>
</html>
`)
}
