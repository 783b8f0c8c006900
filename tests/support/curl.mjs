/** The few options of curl that the pages of docs/api use, for machines that have none. */
const options = { headers: {} }
let address

const args = process.argv.slice(2)
while (args.length > 0) {
  const arg = args.shift()
  if (arg === '-H') {
    const [, name, value] = /^([^:]+):\s*(.*)$/.exec(args.shift())
    options.headers[name] = value
  } else if (arg === '-u') {
    options.headers.Authorization = `Basic ${Buffer.from(args.shift()).toString('base64')}`
  } else if (arg === '-d') {
    options.body = args.shift()
    options.method ??= 'POST'
  } else if (arg === '-X') options.method = args.shift()
  else address = arg
}

const answer = await fetch(address, options)
process.stdout.write(`${await answer.text()}\n${answer.status}`)
