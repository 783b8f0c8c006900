import { DateTime } from 'luxon'

const now = DateTime.utc()
const days = Array.from({ length: 30 }, (_, back) => now.minus({ days: 29 - back }))

/** What the styleguide shows. */
export const sample = {
  workspace: { id: 'ws_1', name: 'Acme Software', currency: 'USD', timezone: 'Europe/Berlin' },
  user: { name: 'Anna Bauer', email: 'anna@acme.example' },

  ago: {
    seconds: now,
    hours: now.minus({ hours: 2 }),
    days: now.minus({ days: 3 }),
    years: now.minus({ years: 2 }),
    ahead: now.plus({ days: 12, hours: 1 }),
  },

  tabs: [
    { label: 'All', count: 1234 },
    { label: 'Held', value: 'held', count: 3, tone: 'amber' },
    { label: 'Pending', value: 'pending', count: 214 },
    { label: 'Due', value: 'due', count: 61 },
    { label: 'Processing', value: 'processing', count: 0 },
    { label: 'Paid', value: 'paid', count: 941 },
    { label: 'Voided', value: 'voided', count: 15 },
  ],
  filters: [
    { name: 'campaign_id', label: 'Campaign', options: [{ value: 'c1', label: 'Spring 2026' }] },
    { name: 'currency', label: 'Currency', options: [{ value: 'USD', label: 'USD' }] },
  ],
  commissions: [
    commission(1, 'Jane Doe', 'held', 29_700, 'Last click 2 March on link jane; 30% of $990.00'),
    commission(2, 'Northwind Traders', 'pending', 2970, 'Coupon NORTH10; 30% of $99.00'),
    commission(3, 'Łukasz Wiśniewski', 'due', 1_245_000, 'Rule 2: annual plans, 25% of $49,800.00'),
    commission(4, 'Jane Doe', 'due', -1250, 'Refund of invoice 1042, a quarter of it'),
    commission(
      5,
      'a.very.long.address.of.an.affiliate@subdomain.example.com',
      'paid',
      500,
      'A lead',
      'JPY'
    ),
    commission(6, 'Northwind Traders', 'voided', 8800, 'Voided: made by mistake'),
  ],

  payouts: [
    {
      affiliate: 'Jane Doe',
      masked: 'j•••@example.com',
      method: 'PayPal',
      mark: 'New destination',
      lines: 12,
      amount: 120_400,
    },
    {
      affiliate: 'Northwind Traders',
      masked: 'DE•• •••• 4711',
      method: 'Wise',
      mark: null,
      lines: 38,
      amount: 620_000,
    },
    {
      affiliate: 'Łukasz Wiśniewski',
      masked: 'lukasz•••@example.pl',
      method: 'PayPal',
      mark: 'First payout',
      lines: 3,
      amount: 1_080_010,
    },
  ],
  events: [
    {
      text: 'Approved the run',
      actor: 'Anna Bauer',
      at: now.minus({ hours: 2 }),
      tone: 'green',
      icon: 'check',
    },
    {
      text: 'Left Contoso out',
      actor: 'Anna Bauer',
      at: now.minus({ hours: 3 }),
      tone: 'amber',
      icon: 'minus',
      note: 'Suspicious traffic: 41 sales of one visitor.',
    },
    {
      text: 'Opened with 47 payouts',
      actor: 'Tributary',
      at: now.minus({ days: 1 }),
      icon: 'payout',
    },
  ],

  chart: {
    labels: days.map((day) => day.toFormat('d LLL')),
    weeks: ['28 Sep', '5 Oct', '12 Oct', '19 Oct', '26 Oct', '2 Nov'],
    money: [
      { label: 'This period', currency: 'USD', values: days.map((_, i) => 30_000 + wave(i) * 900) },
      {
        label: 'The period before',
        currency: 'USD',
        before: true,
        values: days.map((_, i) => 26_000 + wave(i + 9) * 700),
      },
    ],
    counts: [
      { label: 'Clicks', values: [820, 932, 901, 1290, 1330, 1120] },
      { label: 'Conversions', values: [120, 132, 101, 134, 190, 230] },
    ],
  },

  labels: { destination_url: 'Destination', hold_days: 'Hold' },
  errors: {
    destination_url: ['This is no web address: begin with https://'],
    hold_days: ['Between 0 and 365 days'],
  },
  permissions: [
    { key: 'campaigns', label: 'Campaigns', actions: ['read', 'write'] },
    {
      key: 'affiliates',
      label: 'Affiliates',
      hint: 'and their enrollments',
      actions: ['read', 'write'],
    },
    { key: 'commissions', label: 'Commissions', actions: ['read', 'write', 'approve'] },
    { key: 'payouts', label: 'Payouts', actions: ['read', 'write', 'approve'] },
    { key: 'track', label: 'Tracking', hint: 'clicks, leads, sales, refunds', actions: ['write'] },
  ],
  readOnly: ['campaigns', 'affiliates', 'commissions', 'payouts'].map((key) => `v1.${key}.read`),

  meanings: {
    'nothing to do yet': [
      'draft',
      'pending',
      'invited',
      'lead',
      'paused',
      'archived',
      'expired',
      'canceled',
      'disabled',
    ],
    'needs a person': ['held', 'awaiting_approval', 'suspended', 'waiting'],
    'in progress': ['due', 'approved', 'processing', 'retrying'],
    'done': ['active', 'customer', 'paid', 'completed', 'delivered', 'applied'],
    'failed': ['failed', 'voided', 'rejected', 'denied', 'returned', 'revoked', 'partly_failed'],
  },
  curl: `curl https://acme.example/api/v1/track/sale \\
  -H 'Authorization: Bearer trb_live_4f9Qm2VxKc8RtYwZ1nLpB7HsDa' \\
  -H 'Content-Type: application/json' \\
  -d '{"external_id": "in_1042", "amount": 9900, "currency": "USD"}'`,
}

function commission(
  n: number,
  affiliate: string,
  state: string,
  amount: number,
  explanation: string,
  currency = 'USD'
) {
  return {
    id: `com_${n}`,
    affiliate,
    campaign: 'Spring 2026',
    state,
    amount,
    currency,
    explanation,
    dueAt: state === 'voided' ? null : now.plus({ days: 9 - 4 * n, hours: 1 }),
    createdAt: now.minus({ hours: n ** 3 * 3 }),
  }
}

function wave(i: number) {
  return Math.round(12 * Math.sin(i / 3) + 9 * Math.sin(i * 1.7) + i)
}
