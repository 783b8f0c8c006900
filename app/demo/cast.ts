import type { Rule } from '#terms/types'

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

interface CampaignOfDemo {
  name: string
  destinationUrl: string
  rateBps: number
  rules: Pick<Rule, 'event' | 'reward' | 'all'>[]
}

export const campaigns: CampaignOfDemo[] = [
  {
    name: 'Northwind subscriptions',
    destinationUrl: 'https://northwind.example.com/subscribe',
    rateBps: 2000,
    rules: [
      {
        event: 'sale',
        reward: { type: 'percent', rate_bps: 3000 },
        all: [{ field: 'plan', op: 'is', value: 'annual' }],
      },
      { event: 'renewal', reward: { type: 'percent', rate_bps: 1000 }, all: [] },
      { event: 'lead', reward: { type: 'flat', amounts: { USD: 200, EUR: 200 } }, all: [] },
    ],
  },
  {
    name: 'Northwind equipment',
    destinationUrl: 'https://northwind.example.com/shop',
    rateBps: 800,
    rules: [],
  },
]

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
