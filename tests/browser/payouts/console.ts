import { address } from '#tests/browser/settings/console'
import { makeUser } from '#tests/support/world'
import type User from '#models/user'
import type Workspace from '#models/workspace'
import type { BrowserContext, Page } from 'playwright'

export { address, faultsOf, violations } from '#tests/browser/settings/console'

/** A page on which this person has signed in by the form, with the errors that its console told. */
export async function signIn(context: BrowserContext, user: User) {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(address('/login'))
  await page.getByLabel('E-mail').fill(user.email)
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/login')
  return { page, complaints }
}

/** A second person who may approve. */
export async function makeAdmin(workspace: Workspace, name: string) {
  const user = await makeUser()
  await user.merge({ name, currentWorkspaceId: workspace.id }).save()
  await workspace.related('memberships').create({ userId: user.id, role: 'admin' })
  return user
}

/** Presses Tab until the focus is on what is called so. */
export async function tabTo(page: Page, name: string) {
  const focus = page.locator(':focus')
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const label = (await focus.getAttribute('aria-label')) ?? (await focus.textContent())
    if (label?.trim() === name) return
  }
  throw new Error(`Nothing called “${name}” is reached by Tab`)
}
