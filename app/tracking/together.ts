import { insideTransaction } from '#core/atomically'
import { recordAlone, recordConversions, type Recorded } from '#tracking/record_conversion'
import type { Actor } from '#core/actor'
import type { Outcome } from '#core/outcome'
import type { Once } from '#http/once_together'
import type { ConversionInput } from '#tracking/input'
import type Workspace from '#models/workspace'

/** How many conversions share a transaction: few enough that nobody waits for it long. */
const TOGETHER = 100

/** A conversion that is told, and the key that it is told under. */
export interface Sent {
  input: ConversionInput
  once?: Once
}

interface Waiting<T> extends Sent {
  answer: (outcome: Outcome<T>) => void
}

/** Keeps what is answered under keys, inside the transaction. */
export type Keep<T> = (answers: { once: Once; answer: T }[]) => Promise<void>

/**
 * Records conversions that are told one by one, by many at once: those which come while others are recorded share the
 * next piece, and its commit. Each is answered after that, as `tell` says it. Inside a transaction one is recorded at
 * once, and kept by whoever opened it.
 */
export class Together<T> {
  /** Of each workspace and teller; where there is one, it is being worked on. */
  readonly #queues = new Map<string, Waiting<T>[]>()

  constructor(
    private tell: (recorded: Recorded) => T,
    private keep: Keep<T>
  ) {}

  async record(workspace: Workspace, sent: Sent, actor: Actor): Promise<T> {
    const { tell } = this
    if (insideTransaction()) return recordAlone(workspace, sent.input, actor, { tell })
    const outcome = await new Promise<Outcome<T>>((answer) => {
      const name = [workspace.id, actor.kind, actor.id].join(' ')
      const queue = this.#queues.get(name)
      if (queue) return queue.push({ ...sent, answer })
      this.#queues.set(name, [{ ...sent, answer }])
      setImmediate(() => void this.#work(name, workspace, actor))
    })
    if ('error' in outcome) throw outcome.error
    return outcome.answer
  }

  /** Many that came together, one after the other, each with its own outcome. */
  recordAll(workspace: Workspace, sent: Sent[], actor: Actor): Promise<Outcome<T>[]> {
    const onceOf = new Map(sent.map(({ input, once }) => [input, once]))
    const inputs = sent.map(({ input }) => input)
    return recordConversions(workspace, inputs, actor, {
      tell: this.tell,
      keep: async (answers) => {
        const under = [...answers].map(([input, answer]) => ({ once: onceOf.get(input), answer }))
        await this.keep(under.flatMap(({ once, answer }) => (once ? { once, answer } : [])))
      },
    })
  }

  async #work(name: string, workspace: Workspace, actor: Actor) {
    const queue = this.#queues.get(name)!
    while (queue.length > 0) {
      const piece = queue.splice(0, TOGETHER)
      const outcomes = await this.recordAll(workspace, piece, actor)
      piece.forEach(({ answer }, at) => answer(outcomes[at]))
    }
    this.#queues.delete(name)
  }
}
