import type { CampaignSchema } from '#database/schema'
import type { Duration, Reward, Rule, Tier } from '#terms/types'

/** Who and what appears in the sample data. All of them are made up. */

const firstNames = [
  'Ada',
  'Ben',
  'Chiara',
  'Dmitri',
  'Elif',
  'Finn',
  'Grace',
  'Hana',
  'Ivo',
  'Jane',
]
const lastNames = ['Abel', 'Brandt', 'Costa', 'Duarte', 'Ekholm', 'Fischer', 'Garcia', 'Horvat']
const companies = [
  'Bean Notes',
  'Slow Mornings',
  'The Daily Grind',
  'Pour Over Club',
  'Crema Weekly',
  null,
  null,
]

export const countries = ['DE', 'US', 'FR', 'NL', 'SE', 'GB', 'JP', 'CA'] as const
export const tags = ['blog', 'video', 'newsletter', 'partner'] as const

/** The nth affiliate. */
export function affiliateOf(at: number) {
  const first = firstNames[at % firstNames.length]
  const last = lastNames[(at * 3 + Math.floor(at / firstNames.length)) % lastNames.length]
  const company = companies[at % companies.length]
  return {
    name: `${first} ${last}`,
    email: `${first}.${last}.${at}@example.com`.toLowerCase(),
    company,
    country: countries[at % countries.length],
    tags: [tags[at % tags.length]],
    refParam: `${first}-${last}-${at}`.toLowerCase(),
  }
}

type Terms = Partial<Pick<CampaignSchema, 'capPerCommission' | 'capPerCustomer' | 'capPerMonth'>> &
  Pick<CampaignSchema, 'reward'>

interface CampaignOfDemo extends Terms {
  name: string
  destinationUrl: string
  duration: Duration
  referralShareBps: number | null
  rules: (Terms & Pick<Rule, 'event' | 'all'>)[]
}

const percent = (rate: number, tiers?: Tier[]): Reward => ({
  type: 'percent',
  rate_bps: rate * 100,
  ...(tiers && { tiers }),
})

export const campaigns: CampaignOfDemo[] = [
  {
    name: 'Northwind subscriptions',
    destinationUrl: 'https://northwind.example.com/subscribe',
    reward: percent(20, [
      { from: { USD: 20_000, EUR: 18_000, JPY: 30_000 }, rate_bps: 2_500 },
      { from: { USD: 60_000, EUR: 54_000, JPY: 90_000 }, rate_bps: 3_000 },
    ]),
    duration: { type: 'months', months: 12 },
    referralShareBps: 300,
    rules: [
      {
        event: 'sale',
        reward: percent(30),
        capPerCommission: { USD: 6_000, EUR: 5_500, JPY: 9_000 },
        all: [{ field: 'plan', op: 'is', value: 'annual' }],
      },
      { event: 'renewal', reward: percent(10), all: [] },
      { event: 'lead', reward: { type: 'flat', amounts: { USD: 200, EUR: 200 } }, all: [] },
    ],
  },
  {
    name: 'Northwind equipment',
    destinationUrl: 'https://northwind.example.com/shop',
    reward: percent(8),
    capPerMonth: { USD: 3_000, EUR: 3_000 },
    duration: { type: 'lifetime' },
    referralShareBps: null,
    rules: [],
  },
]

/** What a few have instead of the campaign's terms. */
export const ownTerms = {
  /** Of a link, for a launch. */
  launch: { name: 'Launch newsletter', reward: percent(40), duration: { type: 'first' } },
  shop: { name: 'Gift guide', reward: percent(12), capPerCommission: { USD: 1_500, EUR: 1_400 } },
  /** Of an affiliate who sells much. */
  partner: { reward: percent(35), capPerCustomer: { USD: 20_000, EUR: 18_000 } },
} as const satisfies Record<string, Terms & { name?: string; duration?: Duration }>

/** What is sold, in minor units of each currency. */
export const products = [
  {
    product: 'subscription',
    plan: 'monthly',
    prices: { USD: 2400, EUR: 2200, JPY: 3600 },
    months: 1,
  },
  {
    product: 'subscription',
    plan: 'annual',
    prices: { USD: 24000, EUR: 22000, JPY: 36000 },
    months: 12,
  },
  { product: 'grinder', plan: null, prices: { USD: 14900, EUR: 13900, JPY: 22000 }, months: 0 },
] as const

export const browsers = [
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
] as const

export const bots = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Twitterbot/1.0',
] as const

export const referrers = [
  'https://www.google.com/',
  'https://news.ycombinator.com/',
  'https://www.youtube.com/',
  null,
] as const
