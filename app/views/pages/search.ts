import { atOnce } from '#core/at_once'
import { navigation } from '#views/navigation'
import { stateLabel } from '#views/states'
import { formatMoney } from '#money/format'
import { search } from '#http/search_in'
import type { Query } from '#http/paginate'
import type { Icon } from '#views/icons'
import type Affiliate from '#models/affiliate'
import type Campaign from '#models/campaign'
import type Commission from '#models/commission'
import type Conversion from '#models/conversion'
import type Coupon from '#models/coupon'
import type Link from '#models/link'
import type Payout from '#models/payout'
import type PayoutRun from '#models/payout_run'
import type Referral from '#models/referral'
import type Workspace from '#models/workspace'

interface Hit {
  title: string
  sub?: string | null
  href: string
}

interface Group {
  label: string
  icon?: Icon
  hits: (Hit & { icon?: Icon })[]
}

/** Where a search looks: a relation of the workspace, its columns beside the id (as a list's), and how a row is shown. */
interface Source<Row> {
  label: string
  icon: Icon
  needs: string
  rows: (workspace: Workspace) => PromiseLike<Row[]>
  search?: string[]
  begins?: string[]
  shows: (row: Row) => Hit
}

/** How many of each kind are shown. */
const MOST = 5

const sources: Source<any>[] = [
  source<Affiliate>({
    label: 'Affiliates',
    icon: 'affiliate',
    needs: 'v1.affiliates.read',
    rows: (workspace) => workspace.related('affiliates').query(),
    search: ['name', 'email', 'company'],
    shows: ({ id, displayName, email }) => ({
      title: displayName,
      sub: email,
      href: `/affiliates/${id}`,
    }),
  }),
  source<Campaign>({
    label: 'Campaigns',
    icon: 'campaign',
    needs: 'v1.campaigns.read',
    rows: (workspace) => workspace.related('campaigns').query(),
    search: ['name', 'slug'],
    shows: ({ id, name, state }) => ({
      title: name,
      sub: stateLabel(state),
      href: `/campaigns/${id}`,
    }),
  }),
  source<Link>({
    label: 'Links',
    icon: 'link',
    needs: 'v1.links.read',
    rows: (workspace) => workspace.related('links').query().preload('affiliate'),
    search: ['ref_param', 'name'],
    shows: ({ refParam, affiliate }) => ({
      title: refParam,
      sub: affiliate.displayName,
      href: `/links?q=${encodeURIComponent(refParam)}`,
    }),
  }),
  source<Coupon>({
    label: 'Coupons',
    icon: 'link',
    needs: 'v1.coupons.read',
    rows: (workspace) => workspace.related('coupons').query().preload('affiliate'),
    search: ['code'],
    shows: ({ code, affiliate }) => ({
      title: code,
      sub: affiliate.displayName,
      href: `/coupons?q=${encodeURIComponent(code)}`,
    }),
  }),
  source<Referral>({
    label: 'Customers',
    icon: 'referral',
    needs: 'v1.referrals.read',
    rows: (workspace) => workspace.related('referrals').query(),
    search: ['customer_name'],
    begins: ['customer_email', 'customer_external_id'],
    shows: ({ id, customerName, customerEmail, customerExternalId }) => ({
      title: customerName ?? customerEmail ?? customerExternalId ?? id,
      sub: customerExternalId,
      href: `/referrals/${id}`,
    }),
  }),
  source<Conversion>({
    label: 'Conversions',
    icon: 'conversion',
    needs: 'v1.conversions.read',
    rows: (workspace) => workspace.related('conversions').query(),
    begins: ['external_id'],
    shows: ({ id, externalId, amount, currency }) => ({
      title: externalId,
      sub: currency ? formatMoney(amount, currency) : null,
      href: `/conversions/${id}`,
    }),
  }),
  source<Commission>({
    label: 'Commissions',
    icon: 'commission',
    needs: 'v1.commissions.read',
    rows: (workspace) => workspace.related('commissions').query().preload('affiliate'),
    shows: ({ id, amount, currency, affiliate }) => ({
      title: formatMoney(amount, currency),
      sub: affiliate.displayName,
      href: `/commissions/${id}`,
    }),
  }),
  source<Payout>({
    label: 'Payouts',
    icon: 'payout',
    needs: 'v1.payouts.read',
    rows: (workspace) => workspace.related('payouts').query().preload('affiliate'),
    search: ['reference'],
    shows: ({ id, amount, currency, affiliate }) => ({
      title: formatMoney(amount, currency),
      sub: affiliate.displayName,
      href: `/payouts/${id}`,
    }),
  }),
  source<PayoutRun>({
    label: 'Payout runs',
    icon: 'payout',
    needs: 'v1.payouts.read',
    rows: (workspace) => workspace.related('payoutRuns').query(),
    shows: ({ id, amount, currency, state }) => ({
      title: formatMoney(amount, currency),
      sub: stateLabel(state),
      href: `/payout_runs/${id}`,
    }),
  }),
]

/** The screens and rows that a text finds, those first; without a text the screens. */
export async function searchPage(
  workspace: Workspace,
  q: string,
  may: (permission: string) => boolean
): Promise<Group[]> {
  const looked = q ? sources.filter(({ needs }) => may(needs)) : []
  const works = looked.map((each) => [each.label, () => groupOf(each, workspace, q)] as const)
  const groups: Group[] = Object.values(await atOnce(Object.fromEntries(works)))
  const screens = screensLike(q, may)
  return [...groups, { label: 'Go to', hits: screens }].filter(({ hits }) => hits.length > 0)
}

/** The newest that are found of one kind. */
async function groupOf(about: Source<any>, workspace: Workspace, q: string): Promise<Group> {
  const { label, icon, shows } = about
  const query = about.rows(workspace) as unknown as Query
  const found = await search(query.model, q, { ...about, within: workspace.id, inOrder: true })
  if (found.none) return { label, icon, hits: [] }
  found.only(query)
  const rows = await query.orderBy('id', 'desc').limit(MOST)
  return { label, icon, hits: rows.map(shows) }
}

function screensLike(q: string, may: (permission: string) => boolean) {
  return navigation('', may)
    .flatMap(({ items }) => items)
    .filter(({ label }) => label.toLowerCase().includes(q.toLowerCase()))
    .map(({ label, href, icon }) => ({ title: label, href, icon }))
}

function source<Row>(about: Source<Row>) {
  return about
}
