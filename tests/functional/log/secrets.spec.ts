import { PassThrough } from 'node:stream'
import testUtils from '@adonisjs/core/services/test_utils'
import { LoggerFactory } from '@adonisjs/core/factories/logger'
import { test } from '@japa/runner'
import loggerConfig from '#config/logger'
import { LogWatch, secretsIn } from '../../../bin/lib/log_secrets.mjs'
import ApiKey from '#models/api_key'
import User from '#models/user'
import UserToken from '#models/user_token'
import { makeUser, makeWorkspace } from '#tests/support/world'

/** `npm test` reads every line of the log of every suite with this. */
test.group('Secrets in the log', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('the watch knows each that there is', async ({ assert }) => {
    const { workspace, owner } = await makeWorkspace()
    const { secret } = await ApiKey.mint(workspace, owner, { name: 'Key' })
    const { access_token: token } = await UserToken.signIn(owner)
    const told = [secret!, token, 'correct horse battery', 'DE89370400440532013000', owner.email]
    const log = new LogWatch(() => {})
    log.read(['{"level":30,"msg":"well"}', 'not of the log: jane@example.com', ''].join('\n'))
    assert.deepEqual([log.lines, log.told], [1, []])
    for (const word of told) log.read(`{"level":30,"msg":"about ${word}"}\n`)
    assert.lengthOf(log.told, told.length)
    assert.lengthOf(secretsIn('{"msg":"DE89 3704 0044 0532 0130 00"}'), 1)
  })

  test('lines come whole, however they are cut, and only warnings are shown', ({ assert }) => {
    const shown: string[] = []
    const log = new LogWatch((text) => shown.push(text))
    const [info, warning] = ['{"level":30,"msg":"a@b.example"}', '{"level":40,"msg":"away"}']
    for (const part of `${info}\nok\n${warning}\nend`.match(/.{1,7}/gs)!) log.read(part)
    log.end()
    assert.deepEqual([log.lines, log.told.length], [2, 1])
    assert.equal(shown.join(''), `ok\n${warning}\nend`)
  })

  test('an error of the database is logged without its values', async ({ assert }) => {
    const { email } = await makeUser()
    const error = await User.create({ email, password: 'x'.repeat(10) }).catch((thrown) => thrown)
    assert.instanceOf(error, Error)
    const line = lineOf({ err: new Error('Failed', { cause: error }) })
    assert.include(line, 'users')
    assert.notInclude(line, email)
    assert.deepEqual(secretsIn(line), [])
  })
})

/** What the log says, as it is configured, but to us. */
function lineOf(facts: object) {
  let line = ''
  const destination = new PassThrough().on('data', (bytes) => (line += bytes))
  const { transport, ...config } = loggerConfig.loggers.app
  new LoggerFactory()
    .merge({ ...config, level: 'trace', destination })
    .create()
    .error(facts, 'x')
  return line
}
