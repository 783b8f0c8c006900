import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { makeWorkspace } from '#tests/support/world'
import type { BrowserContext, Page } from 'playwright'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export function address(path: string) {
  return `http://${process.env.HOST}:${process.env.PORT}${path}`
}

/** A workspace, and a page on which its owner has signed in. */
export async function signedIn(context: BrowserContext) {
  const { workspace, owner } = await makeWorkspace()
  const page = await context.newPage()
  await page.goto(address('/login'))
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/login')
  return { workspace, owner, page }
}

/** What axe finds on the page as it stands, in one line each: WCAG 2.2 A and AA and good practice, or these rules. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(`window.axe ?? (() => { ${axe} })()`)
  return page.evaluate(async (only) => {
    const shown = window as unknown as { axe: { run(options: object): Promise<Found> } }
    const { violations: found } = await shown.axe.run(
      only ? { runOnly: only } : { rules: { 'target-size': { enabled: true } } }
    )
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`
    )
  }, rules)
}

const LARGE = { width: 1280, height: 800 }
const SMALL = { width: 360, height: 740 }

/** What is wrong with the page as it stands: what axe finds in either theme, and whether a small phone must scroll sideways. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.setViewportSize(LARGE)
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await violations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await violations(page, ['color-contrast'])
  await page.setViewportSize(SMALL)
  const width = await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)
  await page.setViewportSize(LARGE)
  return [
    ...light,
    ...dark.map((violation) => `${violation}, in the dark`),
    ...(width > SMALL.width ? [`${width} px wide`] : []),
  ]
}

interface Found {
  violations: { id: string; nodes: { target: string[] }[] }[]
}
