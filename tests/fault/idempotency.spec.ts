import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { dialect } from '#config/database'
import { atomically } from '#core/atomically'
import { breathe } from '#core/begin'
import { takeTurn } from '#core/turns'
import ApiKey from '#models/api_key'
import Conversion from '#models/conversion'
import { WebProcess } from '#tests/fault/clicks_server'
import { assertBalanced } from '#tests/support/money'
import { makeProgram } from '#tests/support/world'
import type Workspace from '#models/workspace'

const ROUNDS = Number(process.env.TEST_SCALE ?? 1)
const SALES = 60

interface Answer {
  status: number
  text: string
  replayed: boolean
}

test.group('A web process killed in the middle of writes', () => {
  test('the retry of each under its key has one effect, and the answer of the first', async ({
    assert,
    cleanup,
  }) => {
    const { workspace, owner, link } = await makeProgram()
    const { secret } = await ApiKey.mint(workspace, owner, { name: 'Shop', rateLimit: 1_000_000 })
    let web = await new WebProcess().start()
    cleanup(() => web.end('SIGKILL'))

    const sell = async (round: number, number: number): Promise<Answer> => {
      const response = await fetch(`${web.url}/api/v1/track/sale`, {
        method: 'POST',
        headers: {
          'Authorization': `Bearer ${secret}`,
          'X-Account-Id': workspace.id,
          'Content-Type': 'application/json',
          'Idempotency-Key': `sale-${round}-${number}`,
        },
        body: JSON.stringify({
          external_id: `order-${round}-${number}`,
          amount: 9900,
          currency: 'USD',
          customer: { external_id: `customer-${number}` },
          ref: link.refParam,
        }),
      })
      const replayed = response.headers.get('idempotent-replayed') === 'true'
      return { status: response.status, text: await response.text(), replayed }
    }

    for (let round = 0; round < ROUNDS; round++) {
      const answered = new Map<number, Answer>()
      let killed: Promise<void> | undefined
      const asked = Array.from({ length: SALES }, async (_, number) => {
        const answer = await sell(round, number).catch(() => undefined)
        if (!answer) return
        answered.set(number, answer)
        if (answered.size === 5) killed = web.end('SIGKILL')
      })
      await Promise.all(asked)
      await killed

      web = await new WebProcess().start()
      for (let number = 0; number < SALES; number++) {
        const first = answered.get(number)
        const again = await sell(round, number)
        assert.equal(again.status, 201)
        if (first) assert.deepEqual(again, { ...first, replayed: true })
      }
      const kept = await db.from('idempotency_keys').where('key', 'like', `sale-${round}-%`)
      assert.lengthOf(kept, SALES)
    }
    const sales = await Conversion.query().where('workspace_id', workspace.id)
    assert.lengthOf(sales, ROUNDS * SALES)
    await assertBalanced(assert, workspace)
  })

  test('the retry of a batch under its key does each event once', async ({ assert, cleanup }) => {
    const { workspace, owner, link } = await makeProgram()
    const { secret } = await ApiKey.mint(workspace, owner, { name: 'Shop', rateLimit: 1_000_000 })
    let web = await new WebProcess().start()
    cleanup(() => web.end('SIGKILL'))
    const sales = () => Conversion.query().where('workspace_id', workspace.id)

    const events = Array.from({ length: 1_000 }, (_, number) =>
      number % 5 === 0
        ? { type: 'click', ref: link.refParam }
        : {
            type: 'sale',
            external_id: `order-${number}`,
            amount: 9900,
            currency: 'USD',
            customer: { external_id: `customer-${number}` },
            ref: link.refParam,
          }
    )
    const send = async () => {
      const response = await fetch(`${web.url}/api/v1/track/batch`, {
        method: 'POST',
        headers: {
          'Authorization': `Bearer ${secret}`,
          'X-Account-Id': workspace.id,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'batch',
        },
        body: JSON.stringify({ events }),
      })
      return response.text()
    }

    const goOn = await heldUp(workspace, 'customer-999')
    const first = send().catch(() => undefined)
    while ((await sales()).length === 0) await breathe()
    await web.end('SIGKILL')
    await goOn()
    assert.isUndefined(await first)
    const before = await sales().orderBy('id')

    web = await new WebProcess().start()
    const second = await send()
    const { data } = JSON.parse(second)
    assert.isTrue(data.every(({ status }: { status: number }) => status === 201))
    const conversions = data.flatMap(({ result }: { result: { conversion?: { id: string } } }) =>
      result.conversion ? [result.conversion.id] : []
    )
    assert.deepEqual(
      conversions.slice(0, before.length),
      before.map(({ id }) => id)
    )
    assert.equal(await send(), second)
    assert.lengthOf(await sales(), 800)
    assert.lengthOf(await db.from('clicks').where('workspace_id', workspace.id), 200)
    assert.lengthOf(await db.from('idempotency_keys').where('key', 'like', 'batch#%'), 1_000)
    await assertBalanced(assert, workspace)
  })
})

/** Nothing of this customer is stored before what it answers is called; on SQLite nothing else is then, either. */
async function heldUp({ id }: Workspace, customer: string): Promise<() => Promise<void>> {
  if (dialect === 'sqlite') {
    await db.rawQuery(`create view endless as
      with recursive steps (step) as (select 1 union all select step + 1 from steps) select * from steps`)
    await db.rawQuery(`create trigger held_up before insert on conversions
      when new.customer_external_id = '${customer}' begin select count(*) from endless; end`)
    return async () => {
      await db.rawQuery('drop trigger held_up')
      await db.rawQuery('drop view endless')
    }
  }
  const [taken, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const holding = atomically(async () => {
    await takeTurn('customer', id, customer)
    taken.resolve()
    await ended.promise
  })
  await taken.promise
  return async () => {
    ended.resolve()
    await holding
  }
}
