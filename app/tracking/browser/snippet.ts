import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { appUrl } from '#config/app'
import type Workspace from '#models/workspace'

/** A function of JavaScript; read once. */
let source: string | undefined

/** The snippet of a workspace: the script with its settings. `key` is publishable, so it may stand in it. */
export function snippetOf({ snippet, attribution, cookieDays }: Workspace, key: string): string {
  source ??= readFileSync(app.makePath('resources/snippet/t.js'), 'utf8')
  const [comment, code] = source.split('\n;', 2)
  const settings = {
    parameter: snippet.parameter,
    consent: snippet.consent,
    model: attribution,
    days: cookieDays,
  }
  const given = [key, appUrl, settings].map((value) => JSON.stringify(value)).join(', ')
  return `${comment}\n;(${code.trim()})(${given})\n`
}
