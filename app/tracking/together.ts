import { insideTransaction } from '#core/atomically'
import { breathe } from '#core/begin'
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

/** How many transactions may be under way: another begins beside one that takes longer than `SLOW` milliseconds. */
const AT_ONCE = 4
const SLOW = 50

/** Whoever is answered often comes again at once: the next begins when nobody has come for so many milliseconds. */
const PAUSE = 1
const GATHERED_WITHIN = 10

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
  /** Since when what is recorded now is. */
  readonly #underWay = new Map<Waiting<T>[][], number>()

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
    const slow = performance.now() - SLOW
    const isQuick = this.#underWay.values().some((since) => since > slow)
    if (isQuick || this.#underWay.size >= AT_ONCE) return
    const next = this.#next()
    if (next.length > 0) void this.#work(next)
  }

  /** By workspace; of each one who tells, for two pieces of a workspace would not see each other. */
  #next() {
    const busy = new Set([...this.#underWay.keys()].flat().map(([{ workspace }]) => workspace.id))
    const next = new Map<string, Waiting<T>[]>()
    let count = 0
    this.#waiting = this.#waiting.filter((one) => {
      const { id } = one.workspace
      const others = next.get(id) ?? []
      if (count === TOGETHER || busy.has(id) || isAnother(one, others[0])) return true
      next.set(id, [...others, one])
      count++
      return false
    })
    return [...next.values()]
  }

  async #work(tellings: Waiting<T>[][]) {
    const all = tellings.flat()
    this.#underWay.set(tellings, performance.now())
    const another = setTimeout(() => this.#begin(), SLOW + 1)
    const outcomes = await this.#record(tellings.map(tellingOf), all)
    clearTimeout(another)
    all.forEach(({ input, answer }) => answer(outcomes.get(input)!))
    await this.#gather()
    this.#underWay.delete(tellings)
    this.#begin()
  }

  async #gather() {
    let [came, last] = [this.#waiting.length, performance.now()]
    const end = last + GATHERED_WITHIN
    while (performance.now() < Math.min(end, last + PAUSE)) {
      await breathe()
      if (this.#waiting.length > came) [came, last] = [this.#waiting.length, performance.now()]
    }
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
