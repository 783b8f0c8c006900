/** Works through a list in pieces, so that no statement or transaction grows with the data. */
export async function inChunks<T>(
  items: readonly T[],
  size: number,
  work: (chunk: T[]) => Promise<unknown>
) {
  for (let start = 0; start < items.length; start += size)
    await work(items.slice(start, start + size))
}
