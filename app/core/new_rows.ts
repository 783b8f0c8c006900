import { allEnded } from '#core/all_ended'
import { recordInOrder, type Entry, type Subject, type Told } from '#core/events'
import { newPlain, type Plain, type PlainModel } from '#core/plain'
import { insertRows } from '#core/write_rows'

/** New rows, and the events of what becomes of them, which wait to be written together: with one statement a table. */
export class NewRows {
  readonly #rows: Map<PlainModel, Set<object>>
  #events: Entry[] = []

  /** @param models each after those that its rows refer to */
  constructor(models: PlainModel[]) {
    this.#rows = new Map(models.map((model) => [model, new Set()]))
  }

  make<Model extends PlainModel>(
    model: Model,
    values: Parameters<typeof newPlain<Model>>[1]
  ): Plain<InstanceType<Model> & { $columns: readonly string[] }> {
    const row = newPlain(model, values)
    this.#rows.get(model)!.add(row)
    return row
  }

  /** How many events wait. */
  get told() {
    return this.#events.length
  }

  /** Whether this row still waits. */
  has(model: PlainModel, row: object) {
    return this.#rows.get(model)!.has(row)
  }

  tell(subject: Subject, told: Told) {
    this.#events.push({ subject, told })
  }

  /**
   * As they stand now: what becomes of them later is not in it.
   *
   * @param stored whose of them the database had before
   */
  async write(stored: string[] = []) {
    const inserts = [...this.#rows].map(([model, rows]) => insertRows(model, [...rows]))
    for (const rows of this.#rows.values()) rows.clear()
    await allEnded([...inserts, recordInOrder(this.#events.splice(0), stored)])
  }
}
