import db from '@adonisjs/lucid/services/db'
import { atomically } from '#core/atomically'
import { clock } from '#core/clock'
import { fromStored } from '#database/instants'
import { Year, type DemoOptions } from '#demo/year'
import FillSamplesJob from '#jobs/fill_samples_job'
import Membership from '#models/membership'
import User from '#models/user'
import Workspace from '#models/workspace'
import { hurry } from '#queue/queue'

/** Half a year of a small program: enough for every screen, and made in well under a minute. */
const YEAR: DemoOptions = { affiliates: 24, months: 6, seed: 1 }

/** Minutes without a word after which filling is taken to have ended half-way. */
const SILENT = 5

/** How far the sample data of a workspace is. */
export interface Sample {
  state: 'planned' | 'filling' | 'ready' | 'stopped'
  /** From 0 to 1. */
  done: number
}

/** Makes a workspace that a job fills with a made-up program. Nothing of it mixes with what is real. */
export async function planSample(owner: User, timezone: string): Promise<Workspace> {
  return atomically(async () => {
    const began = clock.now().minus({ months: YEAR.months }).startOf('day')
    const about = { name: 'Northwind Coffee (sample)', currency: 'USD', timezone }
    const workspace = await clock.at(began, () => Workspace.found(owner, about))
    workspace.merge({ payoutMinimums: { USD: 2_000, EUR: 2_000 }, holdDays: 14 })
    await clock.at(began, () => workspace.save())
    await db.table('settings').insert({ key: keyOf(workspace), ...written('planned', 0) })
    hurry(FillSamplesJob, {})
    return workspace
  })
}

/** Null where the workspace is a real one. */
export async function sampleOf(workspace: Workspace): Promise<Sample | null> {
  const row = await db.from('settings').where('key', keyOf(workspace)).first()
  if (!row) return null
  const sample = JSON.parse(row.value) as Sample
  const silence = clock.now().diff(fromStored(row.updated_at)).as('minutes')
  return sample.state === 'filling' && silence > SILENT ? { ...sample, state: 'stopped' } : sample
}

/** Fills every sample workspace that nobody fills yet, and begins those anew that were left half-way. */
export async function fillSamples(options = YEAR) {
  await beginStoppedAnew()
  const planned = await db.from('settings').where('value', written('planned', 0).value)
  for (const { key } of planned) await fill(key, options)
  return { filled: planned.length }
}

/** Whoever comes first fills it: it cannot be done twice, or gone on with by another. */
async function fill(key: string, options: DemoOptions) {
  const planned = db.from('settings').where({ key, value: written('planned', 0).value })
  const [claimed] = [await planned.update(written('filling', 0))].flat()
  if (claimed === 0) return

  const workspace = await Workspace.findOrFail(key.slice(PREFIX.length))
  const { userId } = await workspace.related('memberships').query().firstOrFail()
  const tell = teller(key)
  await new Year(workspace, await User.findOrFail(userId), { ...options, progress: tell }).live()
  await db.from('settings').where('key', key).update(written('ready', 1))
}

/**
 * What a year of it has in mind is lost with the process that made it up: its owner gets another sample workspace in
 * place of it, and leaves the half-made one.
 */
async function beginStoppedAnew() {
  const silent = clock.now().minus({ minutes: SILENT }).toJSDate()
  const rows = await db
    .from('settings')
    .whereLike('key', `${PREFIX}%`)
    .whereLike('value', '{"state":"filling"%')
    .where('updated_at', '<', silent)
  for (const { key, value } of rows) {
    await atomically(async () => {
      const row = db.from('settings').where({ key, value })
      const [claimed] = [await row.update(written('stopped', 0))].flat()
      if (claimed === 0) return
      const workspace = await Workspace.findOrFail(key.slice(PREFIX.length))
      const owners = workspace.related('memberships').query().where('role', 'owner')
      const owner = await owners.preload('user').first()
      if (!owner) return
      const { user } = owner
      const elsewhere = user.currentWorkspaceId !== workspace.id && user.currentWorkspaceId
      await leaveSample(workspace, user)
      await planSample(user, workspace.timezone)
      if (elsewhere) await user.merge({ currentWorkspaceId: elsewhere }).save()
    })
  }
}

/** A person leaves a sample workspace; nobody is in it then. Its books stay, as all books do. */
export async function leaveSample(workspace: Workspace, user: User) {
  await atomically(async () => {
    if (!(await sampleOf(workspace))) return
    await Membership.query().where({ workspace_id: workspace.id, user_id: user.id }).delete()
    const other = await Membership.query().where('user_id', user.id).first()
    await user.merge({ currentWorkspaceId: other?.workspaceId ?? null }).save()
  })
}

const PREFIX = 'sample/'

function keyOf({ id }: Workspace) {
  return `${PREFIX}${id}`
}

function written(state: Sample['state'], done: number) {
  return { value: JSON.stringify({ state, done }), updated_at: clock.now().toJSDate() }
}

/** Writes each percent down once. */
function teller(key: string) {
  let told = 0
  return async (done: number) => {
    const percent = Math.floor(done * 100) / 100
    if (percent === told) return
    told = percent
    await db.from('settings').where('key', key).update(written('filling', percent))
  }
}
