import { Preloader } from '@adonisjs/lucid/orm'
import { InvalidFieldsException } from '#exceptions/errors'
import { clock } from '#core/clock'
import { countForScreen } from '#http/bounded_count'
import { complete } from '#http/complete'
import { csvOf } from '#http/csv'
import { linkHeader } from '#http/link_header'
import { expanded, expansionOf, inside } from '#http/expansion'
import { readExpand, readListQuery, type ListQuery } from '#http/list_query'
import { pageOfIds } from '#http/pages_of_ids'
import { paginate, type Page, type Query } from '#http/paginate'
import { parametersOf } from '#http/query_parameters'
import { search } from '#http/search_in'
import {
  nameOf,
  type Action,
  type Resource,
  type Row,
  type Transformer,
  type Verb,
} from '#http/resource'
import type { Listing } from '#http/listing'
import type { HttpContext } from '@adonisjs/core/http'

/** Any query of a model, by what it answers. */
type AnyQuery<R extends Row> = PromiseLike<R[]>

/** More that a page shows; asked only where a page is shown. */
type PageData =
  Record<string, unknown> | (() => Promise<Record<string, unknown>> | Record<string, unknown>)

interface Written {
  /** What it did, in words, with the object's name. */
  notice?: string
  /** Where the console goes on; the row's own page by default. */
  to?: string
  /** What the console offers to take it back with, where that is honest. */
  undo?: { action: string; method?: string }
  /** Where it is not the action's own. */
  status?: number
}

/** Answers an action on either face: a page or a redirect for people, JSON for programs. */
export class Answer {
  constructor(
    private ctx: HttpContext,
    private resource: Resource,
    private verb: Verb,
    private csv = false
  ) {}

  private get action(): Action {
    return this.resource.actions[this.verb]!
  }

  private get onConsole() {
    return this.ctx.face === 'console'
  }

  /**
   * A list, filtered, sorted and paginated as the query says. What the query preloads is for people: a page and a
   * file name the affiliate of a row; a program gets what it expands.
   */
  async list<R extends Row>(
    query: AnyQuery<R>,
    data: (rows: R[]) => Promise<Record<string, unknown>> = async () => ({})
  ) {
    const listing = this.action.lists ?? {}
    const asked = await readListQuery(parametersOf(this.ctx), listing)
    const rows = query as unknown as Query
    if (asked.q) asked.found = await this.search(rows, asked.q, listing)
    if (this.csv) return this.file(rows, asked, listing)
    if (!this.onConsole) {
      rows.usePreloader(new Preloader(rows.model))
      const page = await paginate(rows, asked, listing)
      return this.paged(await this.objects(page.rows, asked.expand), page.pagination)
    }
    const { counts, total } = await countForScreen(rows, asked, listing)
    const page = await paginate(rows, asked, listing, total)
    await complete(page.rows)
    this.ctx.view.share({ hasCsv: this.resource.transformer !== null })
    return this.page({ ...page, asked, counts, ...(await data(page.rows as R[])) })
  }

  /** A list that is no table: its ids, the newest first, and what makes the objects of some. */
  async listOf<O extends object>(
    newestFirst: string[],
    load: (ids: string[]) => Promise<O[]>,
    data: PageData = {}
  ) {
    const asked = await readListQuery(parametersOf(this.ctx), this.action.lists ?? {})
    const { ids, pagination } = pageOfIds(newestFirst, asked)
    const rows = await load(ids)
    if (this.onConsole) return this.page({ rows, pagination, ...(await resolved(data)) })
    const { transformer: Transform } = this.resource
    return this.paged(
      rows.map((row) => new Transform!(row as never).toObject()),
      pagination
    )
  }

  /** One row. */
  async shown(row: Row, data: PageData = {}) {
    if (this.onConsole) {
      await complete([row])
      return this.page({ row, ...(await resolved(data)) })
    }
    const expand = readExpand(parametersOf(this.ctx), this.action.lists)
    for (const name of expand) {
      const { relation, narrow: narrowed } = expansionOf(name, this.action.lists!)
      await row.load(relation as never, narrowed as never)
    }
    return this.object(row, expand)
  }

  /** Rows as the API shows them. */
  async objects(rows: Row[], expand: string[] = []): Promise<object[]> {
    const { expands } = this.action.lists ?? {}
    await complete(rows)
    for (const name of expand) await complete(rows.flatMap((row) => expanded(row, name)))
    return rows.map((row) => ({
      ...new this.transformer(row as never).toObject(),
      ...Object.fromEntries(expand.map((name) => [name, inside(row, name, expands![name])])),
    }))
  }

  /** A page that is no list and no row, such as a form; or, on the API, this body. */
  async plain(body: object, data: PageData = {}) {
    return this.onConsole ? this.page({ ...body, ...(await resolved(data)) }) : body
  }

  /** A form of the console. */
  async form(data: PageData = {}) {
    return this.page(await resolved(data))
  }

  /** A row that this request made. */
  async created(row: Row, written: Written = {}) {
    return this.written(row, written.status ?? this.action.status ?? 201, written)
  }

  /** A row with a secret that is shown this once: a page of its own for people, never a redirect. */
  async revealed(row: Row, data: PageData = {}) {
    this.ctx.response.header('Cache-Control', 'no-store')
    if (this.onConsole) return this.page({ row, ...(await resolved(data)) })
    return this.ctx.response.status(this.action.status ?? 201).json(await this.object(row))
  }

  /** A row that this request changed or acted on. */
  async updated(row: Row, written: Written = {}) {
    return this.written(row, this.action.status ?? 200, written)
  }

  /** Something that is gone. */
  async removed({ notice, to = '/' }: Written) {
    if (!this.onConsole) return this.ctx.response.noContent()
    return this.redirect({ notice, to })
  }

  /** What was done is no row: a body for programs, a notice for people. */
  async done(body: object, written: Written) {
    if (this.onConsole) return this.redirect(written)
    return this.ctx.response.status(written.status ?? this.action.status ?? 200).json(body)
  }

  private search({ model }: Query, text: string, listing: Listing) {
    const inOrder = this.onConsole || this.csv
    return search(model, text, { ...listing, within: this.ctx.workspace?.id, inOrder })
  }

  private paged(data: object[], pagination: Page['pagination']) {
    const links = linkHeader(this.ctx.request, pagination)
    if (links) this.ctx.response.header('Link', links)
    return { data, pagination }
  }

  /** Sent as it is read, so of any size. */
  private file(query: Query, asked: ListQuery, listing: Listing) {
    const { response, workspace } = this.ctx
    const day = clock.now().setZone(workspace.timezone).toISODate()
    response.header('Content-Type', 'text/csv; charset=utf-8')
    response.header(
      'Content-Disposition',
      `attachment; filename="${nameOf(this.resource)}-${day}.csv"`
    )
    return response.stream(csvOf(query, asked, listing, this.transformer))
  }

  private get transformer(): Transformer {
    const { transformer, path } = this.resource
    if (!transformer) throw new Error(`${path} has no transformer`)
    return transformer
  }

  private async written(row: Row, status: number, { to, ...said }: Written) {
    if (this.onConsole) return this.redirect({ ...said, to: to ?? this.pathOf(row) })
    return this.ctx.response.status(status).json(await this.object(row))
  }

  private redirect({ notice, undo, to = '/' }: Written) {
    if (notice) this.ctx.session.flash('notice', undo ? { text: notice, undo } : notice)
    return this.ctx.response.redirect().status(303).toPath(to)
  }

  private pathOf(row: Row) {
    return `/${nameOf(this.resource).split('.')[0]}/${row.id}`
  }

  private page(state: Record<string, unknown>) {
    return this.ctx.view.render(
      `pages/${nameOf(this.resource).replaceAll('.', '/')}/${this.verb}`,
      state
    )
  }

  private async object(row: Row, expand: string[] = []) {
    const [object] = await this.objects([row], expand)
    return object
  }
}

async function resolved(data: PageData) {
  return typeof data === 'function' ? data() : data
}

/** For a field that only the action can check. */
export function refuseField(field: string, message: string): never {
  throw InvalidFieldsException.on(field, 'invalid', message)
}
