/**
 * A table of verbs: from which states, to which one, and the type of the event it writes
 * (without the subject's name). `to` is null when the verb finds the new state itself.
 */
export type Machine<State extends string> = Record<
  string,
  { from: readonly State[]; to: State; event: string }
>

/** Declares a machine and keeps its literal types. */
export function machine<State extends string>() {
  return <const M extends Machine<State>>(table: M) => table
}

/** Every state that a machine knows, in the order of its table. */
export function statesOf<State extends string>(table: Machine<State>, ...first: State[]): State[] {
  const found = Object.values(table).flatMap(({ from, to }) => [...from, to])
  return [...new Set([...first, ...found])]
}
