import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import mailConfig from '#config/mail'
import type { AddressInfo } from 'node:net'

/**
 * A mail server on loopback that takes what it is sent, or answers each recipient with `refuses`; mail goes
 * to it until the test ends.
 */
export class MailServer {
  /** What came, as it was sent. */
  readonly letters: string[] = []
  refuses?: { code: number; says: string }
  #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      if (!this.refuses) return done()
      const { code, says } = this.refuses
      done(Object.assign(new Error(says), { responseCode: code }))
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        this.letters.push(unfolded(Buffer.concat(chunks).toString('utf8')))
        done()
      })
    },
  })

  /** Starts one, and gives how to stop it. */
  async start() {
    const before = mailConfig.url
    const listening = this.#server.listen(0, '127.0.0.1')
    await once(listening, 'listening')
    const { port } = this.#server.server.address() as AddressInfo
    mailConfig.url = `smtp://127.0.0.1:${port}`
    return async () => {
      mailConfig.url = before
      await new Promise<void>((resolve) => this.#server.close(resolve))
    }
  }

  /** The address that the newest letter links to. */
  get link() {
    const [link] = /https?:\/\/\S+\/(join|password_reset)\/[\w-]+/.exec(this.letters.at(-1)!)!
    return new URL(link)
  }
}

/** Quoted-printable as it reads. */
function unfolded(letter: string) {
  return letter.replaceAll('=\r\n', '').replaceAll('=3D', '=')
}
