/** Who did something: a person, a program by its key, or Tributary itself. */
export interface Actor {
  kind: 'user' | 'api_key' | 'system'
  id: string
}

/** Tributary's own jobs and commands. */
export const system: Actor = { kind: 'system', id: 'system' }
