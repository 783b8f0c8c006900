import { keepTogether, type Once } from '#http/once_together'

/** What is answered to who tracks. */
export interface Tracked {
  /** 201 for the first time, 200 again, 202 while it waits for a click or a sale. */
  status: 200 | 201 | 202
  result: object
}

interface Answer<T> {
  once: Once
  answer: T
}

/** Keeps what is answered to requests that share a transaction, as it is sent. */
export function keepAnswers(answers: Answer<Tracked>[]) {
  return keepTogether(
    answers.map(({ once, answer: { status, result } }) => ({
      once,
      answer: { status, headers: {}, body: JSON.stringify(result) },
    }))
  )
}

/** Keeps what is answered to items of one request, which is text already. */
export function keepItems(answers: Answer<string>[]) {
  return keepTogether(
    answers.map(({ once, answer: body }) => ({ once, answer: { status: 200, headers: {}, body } }))
  )
}
