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
