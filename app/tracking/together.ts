import { insideTransaction } from '#core/atomically'
import {
  recordAlone,
  recordConversions,
  type Outcome,
  type Recorded,
} from '#tracking/record_conversion'
import type { Actor } from '#core/actor'
import type { ConversionInput } from '#tracking/input'
import type Workspace from '#models/workspace'

/** How many conversions share a transaction: few enough that nobody waits for it long. */
const TOGETHER = 100

/** Keeps what is answered, inside the transaction. */
type Keep<T> = (answer: T) => Promise<void>

interface Waiting<T> {
  input: ConversionInput
  keep?: Keep<T>
  answer: (outcome: Outcome<T>) => void
}

/**
 * Records conversions that are told one by one, by many at once: those which come while others are recorded share the
 * next piece, and its commit. Each is answered after that, as `tell` says it. Inside a transaction one is recorded at
 * once, and kept by whoever opened it.
 */
export class Together<T> {
  /** Of each workspace and teller; where there is one, it is being worked on. */
  readonly #queues = new Map<string, Waiting<T>[]>()

  constructor(private tell: (recorded: Recorded) => T) {}

  async record(
    workspace: Workspace,
    input: ConversionInput,
    actor: Actor,
    keep?: Keep<T>
  ): Promise<T> {
    if (insideTransaction()) return recordAlone(workspace, input, actor, this.tell)
    const outcome = await new Promise<Outcome<T>>((answer) => {
      const name = [workspace.id, actor.kind, actor.id].join(' ')
      const queue = this.#queues.get(name)
      if (queue) return queue.push({ input, keep, answer })
      this.#queues.set(name, [{ input, keep, answer }])
      setImmediate(() => void this.#work(name, workspace, actor))
    })
    if ('error' in outcome) throw outcome.error
    return outcome.answer
  }

  async #work(name: string, workspace: Workspace, actor: Actor) {
    const queue = this.#queues.get(name)!
    while (queue.length > 0) {
      const piece = queue.splice(0, TOGETHER)
      const inputs = piece.map(({ input }) => input)
      const outcomes = await recordConversions(workspace, inputs, actor, async (recorded, at) => {
        const told = this.tell(recorded)
        await piece[at].keep?.(told)
        return told
      })
      piece.forEach(({ answer }, at) => answer(outcomes[at]))
    }
    this.#queues.delete(name)
  }
}
