import { keepTogether, type Once } from '#http/once_together'

/** What is answered to who tracks. */
export interface Tracked {
  /** 201 for the first time, 200 again, 202 while it waits for a click or a sale. */
  status: 200 | 201 | 202
  result: object
}

type Answers = { once: Once; answer: Tracked }[]

/** Keeps what is answered to requests that share a transaction, as it is sent. */
export function keepAnswers(answers: Answers) {
  return keepTogether(
    answers.map(({ once, answer: { status, result } }) => ({
      once,
      answer: { status, headers: {}, body: JSON.stringify(result) },
    }))
  )
}

/** Keeps what is answered to items of one request. */
export function keepItems(answers: Answers) {
  return keepTogether(
    answers.map(({ once, answer }) => ({
      once,
      answer: { status: 200, headers: {}, body: JSON.stringify(answer) },
    }))
  )
}
