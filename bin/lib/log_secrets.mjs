/** What no line of a log may hold, and how each looks. */
const secrets = {
  'an API key': /\btrb_(live|aff|pub)_[0-9A-Za-z]{20,}/,
  'a user token': /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/,
  'a password': /correct horse battery|"(password|otp|client_secret)":"(?!\[hidden\])/,
  'an IBAN': /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/,
  'an e-mail address': /[\w.+-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}\b/i,
}

/** Whether a line of output is one of the log, which is JSON. */
export function isLogLine(line) {
  return /^\{"level":\d+/.test(line)
}

/** The names of the secrets that a line of the log tells. */
export function secretsIn(line) {
  return Object.entries(secrets)
    .filter(([, looks]) => looks.test(line))
    .map(([name]) => name)
}

/** Watches the output of a process for lines of its log; `show` gets all others, and those that warn. */
export class LogWatch {
  /** Lines that tell a secret, with which. */
  told = []
  lines = 0
  #rest = ''
  #show

  constructor(show) {
    this.#show = show
  }

  read(chunk) {
    const lines = (this.#rest + chunk).split('\n')
    this.#rest = lines.pop()
    for (const line of lines) this.#line(`${line}\n`)
  }

  end() {
    if (this.#rest) this.#line(this.#rest)
    this.#rest = ''
  }

  #line(line) {
    if (!isLogLine(line)) return this.#show(line)
    this.lines++
    const names = secretsIn(line)
    if (names.length > 0) this.told.push(`${names.join(', ')}: ${line.trim()}`)
    if (Number(/\d+/.exec(line)[0]) >= 40) this.#show(line)
  }
}
