type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S

type CamelKeys<T> = { [K in keyof T as K extends string ? Camel<K> : K]: T[K] }

/** The wire's snake_case names as the models' camelCase ones; what they hold is left as it is. */
export function camelKeys<T extends object>(input: T): CamelKeys<T> {
  const entries = Object.entries(input).map(([name, value]) => [
    name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ])
  return Object.fromEntries(entries) as CamelKeys<T>
}
