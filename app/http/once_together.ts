import { outcomeOf, type Outcome } from '#core/outcome'
import { breaksUnique } from '#core/unique'
import { answeredBefore, answerOf, claim, keep, nameOf, release, replayOf } from '#http/idempotency'
import type { Answered, Write } from '#http/idempotency'

/** A write that shares its transaction with others, and keeps its answer there with theirs. */
export class Once {
  isKept = false
  /** Another process answered it meanwhile. */
  isTaken = false

  constructor(readonly write: Write) {}
}

/** Keeps what was answered to writes that share a transaction, inside it. */
export async function keepTogether(answers: { once: Once; answer: Answered }[]) {
  if (answers.length === 0) return
  try {
    await keep(answers.map(({ once: { write }, answer }) => ({ write, answer })))
  } catch (error) {
    if (answers.length === 1)
      answers[0].once.isTaken = breaksUnique(error, 'idempotency_keys_primary')
    throw error
  }
  for (const { once } of answers) once.isKept = true
}

/**
 * `once` for work that shares its transaction with other work, where its answer is kept. What it answers and was not
 * kept, such as a test that was rolled back, is kept after it; what it refuses is not.
 */
export async function onceTogether(write: Write, work: (once: Once) => Promise<Answered>) {
  const names = [nameOf(write)]
  await claim(names)
  try {
    const before = await replayOf(write)
    if (before) return before
    const once = new Once(write)
    const answer = await work(once)
    if (once.isTaken) return (await replayOf(write)) ?? { answer, replayed: false }
    if (answer.status < 400 && !once.isKept) await keep([{ write, answer }])
    return { answer, replayed: false }
  } finally {
    release(names)
  }
}

/**
 * The same for writes of one credential that are worked on together: `work` keeps what it answers to those that were
 * not answered before. Answers of each the text that was kept, or what was thrown.
 */
export async function onceForAll(
  writes: Write[],
  work: (fresh: Once[]) => Promise<Outcome<string>[]>
): Promise<Outcome<string>[]> {
  const names = writes.map(nameOf)
  await claim(names)
  try {
    const before = new Map((await answeredBefore(writes)).map((kept) => [kept.key, kept]))
    const fresh = writes.filter(({ key }) => !before.has(key)).map((write) => new Once(write))
    const outcomes = fresh.length > 0 ? await work(fresh) : []
    const answers = new Map(fresh.map((once, at) => [once.write, { once, outcome: outcomes[at] }]))
    const answered = async (write: Write) => {
      const kept = before.get(write.key)
      if (kept) return outcomeOf(() => answerOf(kept, write).body)
      const { once, outcome } = answers.get(write)!
      return once.isTaken ? outcomeOf(async () => (await replayOf(write))!.answer.body) : outcome
    }
    return await Promise.all(writes.map(answered))
  } finally {
    release(names)
  }
}
