import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { appUrl } from '#config/app'
import { longestCookie } from '#tracking/visitors'
import type Workspace from '#models/workspace'

/** What the script is told of itself, and a function of JavaScript without remarks and indents; read once. */
let source: string[] | undefined

/** The snippet of a workspace: the script with its settings. `key` is publishable, so it may stand in it. */
export async function snippetOf(workspace: Workspace, key: string): Promise<string> {
  const { snippet, attribution } = workspace
  const [comment, code] = (source ??= readSource())
  const settings = {
    parameter: snippet.parameter,
    consent: snippet.consent,
    model: attribution,
    // Which of them count for how long is decided when something is bought.
    days: await longestCookie(workspace),
    domains: sharedDomains(snippet.sites),
  }
  const given = [key, appUrl, settings].map((value) => JSON.stringify(value)).join(', ')
  return `${comment}\n;(${code})(${given})\n`
}

function readSource() {
  const [comment, code] = readFileSync(app.makePath('resources/snippet/t.js'), 'utf8').split(
    '\n;',
    2
  )
  const short = code.replace(/^\s*(\/\*\*.*\*\/|\/\/.*)?\n/gm, '').replace(/^\s+/gm, '')
  return [comment, short.trim()]
}

/** `example.com` where `www.example.com` and `app.example.com` are sites: who arrives at one may buy at another. */
export function sharedDomains(sites: string[]): string[] {
  const hosts = [...new Set(sites.map((site) => new URL(site).hostname))]
  const shared = hosts.flatMap((host, at) =>
    hosts.slice(at + 1).flatMap((other) => sharedBy(host, other) ?? [])
  )
  return [...new Set(shared)].sort((one, other) => one.length - other.length)
}

/** The longest ending of both that is a name below a top-level domain; addresses of IP have none. */
function sharedBy(one: string, other: string): string | null {
  if (/^\[|^[\d.]+$/.test(one)) return null
  const [labels, others] = [one, other].map((host) => host.split('.').reverse())
  const differs = labels.findIndex((label, at) => label !== others[at])
  const same = differs < 0 ? labels : labels.slice(0, differs)
  return same.length > 1 ? same.reverse().join('.') : null
}
