import ipaddr from 'ipaddr.js'

const browsers: [RegExp, string][] = [
  [/\bEdg/, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|HeadlessChrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** What a browser says of itself, as people call it: `Firefox on Linux`. Order matters: most claim to be others too. */
export function deviceOf(userAgent: string | null): string {
  const browser = nameIn(browsers, userAgent)
  const system = nameIn(systems, userAgent)
  if (browser && system) return `${browser} on ${system}`
  return browser ?? system ?? 'Unknown device'
}

/** Enough of an address to know it again, not enough to find a person by: a /24 of IPv4, a /48 of IPv6. */
export function maskedAddress(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const ip = ipaddr.process(address)
  if (ip.kind() === 'ipv4') return ip.toString().replace(/\.\d+$/, '.•')
  const [one, two, three] = ip.toNormalizedString().split(':')
  return `${one}:${two}:${three}:•`
}

function nameIn(names: [RegExp, string][], text: string | null) {
  return names.find(([pattern]) => text && pattern.test(text))?.[1]
}
