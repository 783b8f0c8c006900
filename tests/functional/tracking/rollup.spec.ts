import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { clock } from '#core/clock'
import { countAgainFrom } from '#tracking/counted'
import { clickRow, columns, type Visit } from '#tracking/click_row'
import { targetOf } from '#tracking/link_target'
import { pruneClicks } from '#tracking/prune'
import { rollUpClicks } from '#tracking/rollup'
import { makeProgram } from '#tests/support/world'
import type Link from '#models/link'

const instant = (text: string) => DateTime.fromISO(text, { zone: 'utc' })

/** Stores a click of a moment. */
async function clickAt(link: Link, at: string, visit: Visit = {}) {
  const target = await targetOf(link)
  const row = clock.at(instant(at), () => clickRow(target, visit))
  await db
    .table('clicks')
    .insert(Object.fromEntries(columns.map((name, index) => [name, row[index]])))
  return row
}

function rollAt(at: string) {
  return clock.at(instant(at), () => rollUpClicks())
}

/** Days, clicks that count and clicks that do not. */
async function countsOf(link: Link): Promise<[string, number, number][]> {
  const rows = await db.from('daily_clicks').where('link_id', link.id).orderBy('day')
  return rows.map(({ day, clicks, marked }) => [day, Number(clicks), Number(marked)])
}

test.group('Rolling clicks up', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('counts by link and day, and marked ones apart', async ({ assert }) => {
    const { link, affiliate, campaign, workspace } = await makeProgram()
    await clickAt(link, '2026-03-01T10:00:00Z')
    await clickAt(link, '2026-03-01T23:59:59.999Z')
    await clickAt(link, '2026-03-02T00:00:00Z')
    await clickAt(link, '2026-03-02T01:00:00Z', { mark: 'bot' })
    await rollAt('2026-03-02T12:00:00Z')
    assert.deepEqual(await countsOf(link), [
      ['2026-03-01', 2, 0],
      ['2026-03-02', 1, 1],
    ])
    const row = await db.from('daily_clicks').where('link_id', link.id).firstOrFail()
    assert.equal(row.affiliate_id, affiliate.id)
    assert.equal(row.campaign_id, campaign.id)
    assert.equal(row.workspace_id, workspace.id)
  })

  test('counts nothing twice', async ({ assert }) => {
    const { link } = await makeProgram()
    await clickAt(link, '2026-03-01T10:00:00Z')
    await rollAt('2026-03-01T10:01:00Z')
    await rollAt('2026-03-01T10:02:00Z')
    await clickAt(link, '2026-03-01T10:02:30Z')
    await rollAt('2026-03-01T10:03:00Z')
    await rollAt('2026-03-02T10:03:00Z')
    assert.deepEqual(await countsOf(link), [['2026-03-01', 2, 0]])
  })

  test('a day is the calendar’s of the workspace: {zone}')
    .with([
      { zone: 'Asia/Tokyo', at: '2026-03-01T15:00:00Z', day: '2026-03-02' },
      { zone: 'America/Los_Angeles', at: '2026-03-01T07:59:00Z', day: '2026-02-28' },
      { zone: 'Asia/Kathmandu', at: '2026-03-01T18:15:00Z', day: '2026-03-02' },
    ])
    .run(async ({ assert }, { zone, at, day }) => {
      const { link } = await makeProgram({}, { timezone: zone })
      await clickAt(link, at)
      await rollAt('2026-03-02T20:00:00Z')
      assert.deepEqual(await countsOf(link), [[day, 1, 0]])
    })

  test('a day of 23 hours and one of 25 hold all of their clicks', async ({ assert }) => {
    const { link } = await makeProgram({}, { timezone: 'Europe/Berlin' })
    await clickAt(link, '2026-03-28T22:59:59Z')
    await clickAt(link, '2026-03-28T23:00:00Z')
    await clickAt(link, '2026-03-29T21:59:59Z')
    await clickAt(link, '2026-03-29T22:00:00Z')
    await rollAt('2026-03-30T12:00:00Z')
    assert.deepEqual(await countsOf(link), [
      ['2026-03-28', 1, 0],
      ['2026-03-29', 2, 0],
      ['2026-03-30', 1, 0],
    ])

    await clickAt(link, '2026-10-24T22:00:00Z')
    await clickAt(link, '2026-10-25T22:59:59Z')
    await clickAt(link, '2026-10-25T23:00:00Z')
    await rollAt('2026-10-26T12:00:00Z')
    const autumn = await countsOf(link)
    assert.deepEqual(autumn.slice(3), [
      ['2026-10-25', 2, 0],
      ['2026-10-26', 1, 0],
    ])
  })

  test('clicks that come late are counted on their day', async ({ assert }) => {
    const { link } = await makeProgram()
    await clickAt(link, '2026-03-01T10:00:00Z')
    await rollAt('2026-03-10T10:00:00Z')
    const late = await clickAt(link, '2026-03-03T10:00:00Z')
    await rollAt('2026-03-10T10:01:00Z')
    assert.lengthOf(await countsOf(link), 1)

    await countAgainFrom([late])
    await rollAt('2026-03-10T10:02:00Z')
    assert.deepEqual(await countsOf(link), [
      ['2026-03-01', 1, 0],
      ['2026-03-03', 1, 0],
    ])
  })

  test('days are counted that passed while nothing rolled', async ({ assert }) => {
    const { link } = await makeProgram()
    await clickAt(link, '2026-03-01T10:00:00Z')
    await rollAt('2026-03-01T10:01:00Z')
    await clickAt(link, '2026-03-01T11:00:00Z')
    await clickAt(link, '2026-03-04T11:00:00Z')
    await rollAt('2026-03-20T10:00:00Z')
    assert.deepEqual(await countsOf(link), [
      ['2026-03-01', 2, 0],
      ['2026-03-04', 1, 0],
    ])
  })

  test('another time zone counts all anew', async ({ assert }) => {
    const { link, workspace } = await makeProgram()
    await clickAt(link, '2026-03-01T23:30:00Z')
    await clickAt(link, '2026-03-10T12:00:00Z')
    await rollAt('2026-03-10T13:00:00Z')
    await workspace.merge({ timezone: 'Asia/Tokyo' }).save()
    await rollAt('2026-03-10T13:01:00Z')
    assert.deepEqual(await countsOf(link), [
      ['2026-03-02', 1, 0],
      ['2026-03-10', 1, 0],
    ])
  })

  test('pruning deletes old clicks and keeps what was counted', async ({ assert }) => {
    const { link } = await makeProgram({}, { clickRetentionDays: 30 })
    await clickAt(link, '2026-01-30T23:59:59Z')
    await clickAt(link, '2026-01-31T00:00:00Z')
    await clickAt(link, '2026-03-01T10:00:00Z')
    const { pruned } = await clock.at(instant('2026-03-02T03:00:00Z'), () => pruneClicks())
    assert.equal(pruned, 1)
    await rollAt('2026-03-02T03:01:00Z')
    assert.deepEqual(await countsOf(link), [
      ['2026-01-30', 1, 0],
      ['2026-01-31', 1, 0],
      ['2026-03-01', 1, 0],
    ])
  })
})
