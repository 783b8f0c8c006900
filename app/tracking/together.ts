import { dialect } from '#config/database'
import { insideTransaction } from '#core/atomically'
import {
  recordAlone,
  recordConversions,
  type Recorded,
  type Telling,
} from '#tracking/record_conversion'
import type { Actor } from '#core/actor'
import type { Outcome } from '#core/outcome'
import type { Once } from '#http/once_together'
import type { ConversionInput } from '#tracking/input'
import type Workspace from '#models/workspace'

/** How many conversions share a transaction: few enough that nobody waits for it long. */
const TOGETHER = 100

/** How many transactions are under way at once: SQLite has one writer. */
const AT_ONCE = dialect === 'postgres' ? 2 : 1

/** A conversion that is told, and the key that it is told under. */
export interface Sent {
  input: ConversionInput
  once?: Once
}

interface Waiting<T> extends Sent {
  workspace: Workspace
  actor: Actor
  answer: (outcome: Outcome<T>) => void
}

/** Keeps what is answered under keys, inside the transaction. */
export type Keep<T> = (answers: { once: Once; answer: T }[]) => Promise<void>

/**
 * Records conversions that are told one by one, by many at once: those which come while others are recorded share the
 * next transaction, whosever they are, and its commit. Each is answered after that, as `tell` says it. Inside a
 * transaction one is recorded at once, and kept by whoever opened it.
 */
export class Together<T> {
  #waiting: Waiting<T>[] = []
  /** Workspaces of which something is recorded now. */
  readonly #busy = new Set<string>()
  #underWay = 0

  constructor(
    private tell: (recorded: Recorded) => T,
    private keep: Keep<T>
  ) {}

  async record(workspace: Workspace, sent: Sent, actor: Actor): Promise<T> {
    const { tell } = this
    if (insideTransaction()) return recordAlone(workspace, sent.input, actor, { tell })
    const outcome = await new Promise<Outcome<T>>((answer) => {
      this.#waiting.push({ ...sent, workspace, actor, answer })
      setImmediate(() => this.#begin())
    })
    if ('error' in outcome) throw outcome.error
    return outcome.answer
  }

  /** Many that came together, one after the other, each with its own outcome. */
  async recordAll(workspace: Workspace, sent: Sent[], actor: Actor): Promise<Outcome<T>[]> {
    const inputs = sent.map(({ input }) => input)
    const outcomes = await this.#record([{ workspace, actor, inputs }], sent)
    return inputs.map((input) => outcomes.get(input)!)
  }

  #begin() {
    while (this.#underWay < AT_ONCE) {
      const next = this.#next()
      if (next.size === 0) return
      void this.#work([...next.values()])
    }
  }

  /** By workspace; in each one who tells, for two pieces of a workspace would not see each other. */
  #next() {
    const next = new Map<string, Waiting<T>[]>()
    let count = 0
    const left = this.#waiting.filter((one) => {
      const { id } = one.workspace
      const of = next.get(id) ?? []
      if (count === TOGETHER || this.#busy.has(id) || isAnother(one, of[0])) return true
      next.set(id, [...of, one])
      count++
      return false
    })
    this.#waiting = left
    return next
  }

  async #work(tellings: Waiting<T>[][]) {
    const ids = tellings.map(([{ workspace }]) => workspace.id)
    ids.forEach((id) => this.#busy.add(id))
    this.#underWay++
    const all = tellings.flat()
    const outcomes = await this.#record(tellings.map(tellingOf), all)
    this.#underWay--
    ids.forEach((id) => this.#busy.delete(id))
    all.forEach(({ input, answer }) => answer(outcomes.get(input)!))
    this.#begin()
  }

  #record(tellings: Telling[], sent: Sent[]) {
    const onceOf = new Map(sent.map(({ input, once }) => [input, once]))
    return recordConversions(tellings, {
      tell: this.tell,
      keep: async (answers) => {
        const under = [...answers].map(([input, answer]) => ({ once: onceOf.get(input), answer }))
        await this.keep(under.flatMap(({ once, answer }) => (once ? [{ once, answer }] : [])))
      },
    })
  }
}

function isAnother({ actor }: { actor: Actor }, first: { actor: Actor } | undefined) {
  return first !== undefined && (actor.kind !== first.actor.kind || actor.id !== first.actor.id)
}

function tellingOf<T>(waiting: Waiting<T>[]): Telling {
  const [{ workspace, actor }] = waiting
  return { workspace, actor, inputs: waiting.map(({ input }) => input) }
}
