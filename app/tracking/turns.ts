/** As much of Knex's client as is needed here. */
export interface Client<Connection> {
  acquireConnection(): Promise<Connection>
  releaseConnection(connection: Connection): void
  pool: { numPendingAcquires(): number }
}

interface Turn {
  /** Pieces of work that are not done yet. */
  pieces: number
  begun: boolean
  end: () => void
  beginning: Promise<void>
}

/**
 * Work that nobody else of this process may write beside, though it is done by another connection: meanwhile it
 * keeps the pool's only one. What comes while it goes on joins it, but when someone waits it takes its turn after.
 */
export class Turns<Connection> {
  #current?: Turn

  constructor(private client: () => Client<Connection>) {}

  async take(work: () => Promise<void>): Promise<void> {
    const turn = (this.#current = this.#joinable() ?? this.#begin())
    turn.pieces++
    try {
      await turn.beginning
      await work()
    } finally {
      if (--turn.pieces === 0) this.#end(turn)
    }
  }

  #joinable() {
    const turn = this.#current
    return turn?.begun && this.client().pool.numPendingAcquires() > 0 ? undefined : turn
  }

  #begin(): Turn {
    const client = this.client()
    const turn: Turn = { pieces: 0, begun: false, end: () => {}, beginning: Promise.resolve() }
    turn.beginning = client.acquireConnection().then((connection) => {
      turn.begun = true
      turn.end = () => client.releaseConnection(connection)
    })
    return turn
  }

  #end(turn: Turn) {
    if (this.#current === turn) this.#current = undefined
    turn.end()
  }
}
