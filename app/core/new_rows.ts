import { recordFirsts, type Entry, type Told } from '#core/events'
import { insertRows } from '#core/insert_all'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

type Row = LucidRow & { id: string; workspaceId: string }

/** A model of #core/row. */
interface Model extends Pick<LucidModel, 'table'> {
  new (): Row
  whole(values: object): LucidRow
}

/** New rows and their first events, which wait to be written together: with one statement a table. */
export class NewRows {
  readonly #rows: Map<Model, Row[]>
  #events: Entry[] = []

  /** @param models each after those that its rows refer to */
  constructor(models: Model[]) {
    this.#rows = new Map(models.map((model) => [model, []]))
  }

  /** Makes a row as `Model.create` does, but for the insert. */
  make<M extends Model>(model: M, values: Partial<InstanceType<M>>): InstanceType<M> {
    const row = model.whole(values) as InstanceType<M>
    this.#rows.get(model)!.push(row)
    return row
  }

  /** Its first event. */
  tell(subject: Row, told: Told) {
    this.#events.push({ subject, told })
  }

  async write() {
    for (const rows of this.#rows.values()) await insertRows(rows.splice(0))
    await recordFirsts(this.#events.splice(0))
  }
}
