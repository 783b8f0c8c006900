import ace from '@adonisjs/core/services/ace'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import LedgerExport from '#commands/ledger_export'
import LedgerVerify from '#commands/ledger_verify'
import { publicKeyOf, sha256, signedLine } from '#ledger/export/seal'
import { verifyFile } from '#ledger/export/verify_file'
import { ledgerLines } from '#ledger/export/write'
import { makeWorkspace } from '#tests/support/world'
import { dueProgram, paidRun, refund, saleOf } from '#tests/support/money'

const { privateKey: key } = generateKeyPairSync('ed25519')
const trusted = publicKeyOf(key)

test.group('An exported ledger', (group) => {
  let folder: string
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ledger-test-'))
    return () => rm(folder, { recursive: true })
  })

  /** Sales, a refund after the payment, a waiting refund: some of everything. */
  async function books() {
    const program = await dueProgram()
    const { workspace, owner, sale } = program
    await saleOf(program, 5_000)
    await paidRun(workspace, owner)
    await refund(sale, 2_500)
    return { ...program, lines: await linesOf(workspace.id) }
  }

  async function linesOf(workspaceId?: string, by = key) {
    const lines: string[] = []
    for await (const line of ledgerLines(by, workspaceId)) lines.push(line)
    return lines
  }

  /** What is said of these lines as a file. */
  async function faultsOf(lines: string[], publicKey: string | null = trusted) {
    const file = join(folder, 'ledger.jsonl')
    await writeFile(file, lines.map((line) => `${line}\n`).join(''))
    const { faults, breaks } = await verifyFile(file, { trusted: publicKey })
    return [
      ...faults.map(({ line, sentence }) => `line ${line} ${sentence}`),
      ...breaks.map(({ check, row, sentence }) => `${check} ${row} ${sentence}`),
    ]
  }

  const indexOf = (lines: string[], table: string) =>
    lines.findIndex((line) => line.includes(`"table":"${table}"`))

  /** The lines with one row changed, all hashes made anew, and signed by a key. */
  function rewritten(
    lines: string[],
    at: number,
    change: (row: Record<string, unknown>) => void,
    by = key
  ) {
    const out: string[] = []
    for (const [index, line] of lines.entries()) {
      const { signature, ...record } = JSON.parse(line)
      if (index === at) change(record.row)
      if (index > 0) record.prev = sha256(out.at(-1)!)
      if (index === 0) record.key = publicKeyOf(by)
      out.push(signature ? signedLine(record, by) : JSON.stringify(record))
    }
    return out
  }

  test('of balanced books is without fault, and the same books are the same bytes', async ({
    assert,
  }) => {
    const { lines, workspace } = await books()
    assert.deepEqual(await faultsOf(lines), [])
    assert.deepEqual(await linesOf(workspace.id), lines)
    const tail = JSON.parse(lines.at(-1)!)
    assert.deepInclude(tail.counts, { commissions: 3, payouts: 1, payout_lines: 2, refunds: 1 })
    assert.equal(tail.rows, lines.length - 2)
  })

  test('holds no name, e-mail or destination, and no other workspace', async ({ assert }) => {
    const other = await makeWorkspace()
    const { lines, affiliate, owner } = await books()
    const text = lines.join('\n')
    for (const secret of [affiliate.email, affiliate.name!, owner.email, other.workspace.id])
      assert.notInclude(text, secret)
    assert.include((await linesOf()).join('\n'), other.workspace.id)
  })

  test('a changed line is named', async ({ assert }) => {
    const { lines } = await books()
    const at = indexOf(lines, 'commissions')
    lines[at] = lines[at].replace('"amount":2000', '"amount":2001')
    const faults = await faultsOf(lines)
    assert.include(faults, `line ${at + 1} was changed: the next line holds the hash of another`)
    assert.isTrue(
      faults.some((fault) => /line differs|differs from its payout/.test(fault)),
      String(faults)
    )
  })

  test('a changed head or tail is named', async ({ assert }) => {
    const { lines } = await books()
    const head = [lines[0].replace('"workspace":"ws_', '"workspace":"ws-'), ...lines.slice(1)]
    assert.deepEqual((await faultsOf(head)).slice(0, 2), [
      'line 1 has a signature that does not fit',
      'line 1 was changed: the next line holds the hash of another',
    ])
    const tail = lines.with(-1, lines.at(-1)!.replace(/"rows":\d+/, '"rows":1'))
    assert.deepEqual(await faultsOf(tail), [
      `line ${lines.length} has a signature that does not fit: what stands before it was written anew`,
    ])
  })

  test('removed lines are named', async ({ assert }) => {
    const { lines } = await books()
    const at = indexOf(lines, 'payout_lines')
    const faults = await faultsOf(lines.toSpliced(at, 1))
    assert.include(faults, `line ${at + 1} was line ${at + 2}: 1 before it are missing`)
    assert.include(faults, `line ${lines.length - 1} counts 2 payout_lines, but there are 1`)
  })

  test('lines in another order are named', async ({ assert }) => {
    const { lines } = await books()
    const at = indexOf(lines, 'events')
    const swapped = lines.with(at, lines[at + 1]).with(at + 1, lines[at])
    const faults = await faultsOf(swapped)
    assert.include(faults, `line ${at + 1} was line ${at + 2}: 1 before it are missing`)
    assert.include(faults, `line ${at + 2} is out of order: it was line ${at + 1}`)
  })

  test('a line that was added is named', async ({ assert }) => {
    const { lines } = await books()
    const at = indexOf(lines, 'events')
    const doubled = await faultsOf(lines.toSpliced(at, 0, lines[at]))
    assert.include(doubled, `line ${at + 2} is out of order: it was line ${at + 1}`)
    const after = await faultsOf([...lines, lines[at]])
    assert.deepEqual(after, [`line ${lines.length + 1} stands after the tail`])
  })

  test('a cut tail, an empty file and what is no JSON are named', async ({ assert }) => {
    const { lines } = await books()
    const cut = lines.length - 3
    assert.include(
      await faultsOf(lines.slice(0, cut)),
      `line ${cut} is not the tail: the file was cut after it`
    )
    assert.deepEqual(await faultsOf([]), ['line 0 is missing: the file is empty'])
    const torn = lines.with(-1, lines.at(-1)!.slice(0, 40))
    assert.include(await faultsOf(torn), `line ${lines.length} is no JSON object`)
  })

  test('one that was changed and chained anew does not fit its signature', async ({ assert }) => {
    const { lines } = await books()
    const chained = rewritten(lines, indexOf(lines, 'events'), (row) => (row.reason = 'changed'))
    const forged = chained.with(
      -1,
      JSON.stringify({
        ...JSON.parse(chained.at(-1)!),
        signature: JSON.parse(lines.at(-1)!).signature,
      })
    )
    assert.deepEqual(await faultsOf(forged), [
      `line ${lines.length} has a signature that does not fit: what stands before it was written anew`,
    ])
  })

  test('one signed by another key is named, and so is a key that nobody vouches for', async ({
    assert,
  }) => {
    const { lines } = await books()
    const { privateKey: other } = generateKeyPairSync('ed25519')
    const [fault, ...none] = await faultsOf(rewritten(lines, -1, () => {}, other))
    assert.match(fault, /^line 1 was signed by another key \([0-9a-f]{16}\) than the one trusted/)
    assert.isEmpty(none)
    assert.match((await faultsOf(lines, null))[0], /^line 1 names a key that nobody vouches for/)
  })

  test('books that do not balance are named, though the file is as it was signed', async ({
    assert,
  }) => {
    const { workspace, commission } = await dueProgram()
    await db.from('commissions').where('id', commission.id).update({ state: 'paid' })
    assert.deepEqual(await faultsOf(await linesOf(workspace.id)), [
      `2 ${commission.id} is paid, but in no payout`,
    ])
  })

  test('the commands write one, verify it, and name what is wrong', async ({ assert }) => {
    const { workspace, commission } = await dueProgram()
    ace.ui.switchMode('raw')
    const errors = process.stderr.write
    process.stderr.write = () => true
    try {
      const out = join(folder, 'books.jsonl')
      const written = await run(LedgerExport, '--workspace', workspace.id, '--out', out)
      assert.equal(written.exitCode, 0)
      const well = await run(LedgerVerify, '--file', out)
      assert.equal(well.exitCode, 0)
      well.assertLogMatches(/as they were signed; their books balance/)

      await writeFile(out, (await readFile(out, 'utf8')).replace(commission.id, workspace.id))
      const wrong = await run(LedgerVerify, '--file', out)
      assert.equal(wrong.exitCode, 1)
      wrong.assertLogMatches(/line \d+ was changed/)
      assert.equal((await run(LedgerExport, '--workspace', 'ws_none')).exitCode, 1)
    } finally {
      process.stderr.write = errors
      ace.ui.switchMode('normal')
    }
  })

  async function run(command: typeof LedgerExport | typeof LedgerVerify, ...args: string[]) {
    const made = await ace.create(command, args)
    await made.exec()
    return made
  }
})
