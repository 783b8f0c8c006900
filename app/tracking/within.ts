/** What was waited for did not come in time. */
export class Late extends Error {}

/** @throws Late when the work takes longer; it is not stopped, and what comes of it is not told */
export function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Late(`No answer within ${milliseconds} ms`)),
      milliseconds
    )
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
