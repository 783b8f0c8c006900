interface Countable {
  count(column: string): { firstOrFail(): Promise<{ $extras: Record<string, unknown> }> }
}

/** How many rows a model's query would find. */
export async function countOf(rows: Countable): Promise<number> {
  const { $extras: counted } = await rows.count('* as count').firstOrFail()
  return Number(counted.count)
}
