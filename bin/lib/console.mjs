/** An end that a person can do something about: it is printed as a sentence, without a stack. */
export class Stop extends Error {}

/** One line about what is going on. Results go to stdout; this does not. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** Runs a script's main function; a Stop becomes its sentence and exit code 1. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    say(error instanceof Stop ? error.message : error.stack)
    process.exitCode = 1
  }
}
