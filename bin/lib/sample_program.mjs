const people = [
  ['Jane Doe', 'active'],
  ['Tomás Herrera', 'active'],
  ['Amélie Laurent', 'active'],
  ['Studio Nord GmbH', 'active'],
  ['Kenji Watanabe', 'active'],
  ['Priya Raman', 'active'],
  ['Oluwaseun Adeyemi', 'active'],
  ['Newsletter for people who build small, useful things', 'active'],
  ['Zoë Bakker', 'pending'],
  ['Marta Kowalska', 'pending'],
  ['Sam Field', 'invited'],
]

/** Fills an account with a little of everything that a screen can show, by the API alone. `call` is of api(). */
export async function fillSampleProgram(call) {
  const spring = await call('POST', '/campaigns', {
    name: 'Spring 2026',
    destination_url: 'https://shop.example.com/',
    reward: { type: 'percent', rate_bps: 2000 },
    hold_days: 0,
    hold_above: { USD: 40000 },
  })
  await call('POST', '/campaigns', {
    name: 'Partners of the agency program',
    destination_url: 'https://shop.example.com/agencies',
    reward: { type: 'flat', amounts: { USD: 5000, EUR: 4500 } },
    hold_days: 30,
  })
  await call('POST', '/campaigns', {
    name: 'Draft for autumn',
    destination_url: 'https://shop.example.com/autumn',
    reward: { type: 'percent', rate_bps: 1250 },
    state: 'draft',
  })
  await call('POST', `/campaigns/${spring.id}/rules`, {
    event: 'sale',
    reward: { type: 'percent', rate_bps: 3000 },
    all: [{ field: 'plan', op: 'is', value: 'annual' }],
  })

  const affiliates = []
  for (const [index, [name, state]] of people.entries()) {
    affiliates.push(
      await call('POST', '/affiliates', {
        email: `affiliate${index + 1}@example.com`,
        name,
        state,
        country: ['US', 'ES', 'FR', 'DE', 'JP', 'IN', 'NG', 'GB', 'NL', 'PL', 'US'][index],
      })
    )
  }
  const active = affiliates.filter(({ state }) => state === 'active')
  const refs = []
  for (const [index, { id }] of active.entries()) {
    const ref = `partner-${index + 1}`
    await call('POST', '/links', { affiliate_id: id, ref_param: ref })
    refs.push(ref)
  }
  await call('POST', '/coupons', { affiliate_id: active[0].id, code: 'JANE20' })

  await sell(call, refs)
  await call('POST', '/track/refund', {
    external_id: 're_1',
    conversion_external_id: 'order-3',
    amount: 2000,
  })
  await call('POST', '/commissions', {
    affiliate_id: active[1].id,
    amount: 5000,
    currency: 'USD',
    reason: 'For the webinar in May',
  })
  await payOnce(call, active)
  await sell(call, refs, 40)
  await call('POST', '/payout_runs', { currency: 'USD' })
}

async function sell(call, refs, from = 0) {
  for (let number = from + 1; number <= from + 24; number++) {
    const customer = {
      external_id: `customer-${(number % 17) + from}`,
      email: `customer${(number % 17) + from}@mail.example`,
      name: `Customer ${(number % 17) + from}`,
    }
    const ref = refs[(number * 7) % refs.length]
    if (number % 6 === 0) {
      await call('POST', '/track/lead', { external_id: `lead-${number}`, customer, ref })
    } else {
      await call('POST', '/track/sale', {
        external_id: `order-${number}`,
        amount: 2900 + number * 1700,
        currency: number % 5 === 0 ? 'EUR' : 'USD',
        plan: number % 4 === 0 ? 'annual' : 'monthly',
        customer,
        ref: number % 11 === 0 ? undefined : ref,
      })
    }
  }
}

/** A first run in dollars, paid but for one; one in euros stays to be approved. */
async function payOnce(call) {
  const { data: runs } = await call('POST', '/payout_runs', {})
  const run = runs.find(({ currency }) => currency === 'USD')
  await call('POST', `/payout_runs/${run.id}/approval`, {})
  await call('POST', `/payout_runs/${run.id}/execution`, {})
  const { data: payouts } = await call('GET', `/payouts?run_id=${run.id}`)
  await call('POST', `/payouts/${payouts[0].id}/failure`, {
    reason: 'account_closed',
    note: 'The bank sent it back.',
  })
  await call('POST', `/payout_runs/${run.id}/payment`, { reference: 'Bank transfer 2026-11-01' })
}

/** Calls the API of an instance; throws what it refuses. */
export function api(url, { account_id: account, api_key: key }) {
  return async (method, path, body) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        'Authorization': `Bearer ${key}`,
        'X-Account-Id': account,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text ? JSON.parse(text) : null
  }
}
