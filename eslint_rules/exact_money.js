/**
 * Money is whole minor units, and only app/money multiplies, divides, rounds or reads it. This rule finds what would
 * make a float of it anywhere else: by the names that amounts go by, and the functions that nothing exact needs.
 */

/** A name is an amount's when its last word is one of these: `refundedAmount`, `row.total`, `minimum`. */
const WORDS = new Set(
  `amount amounts balance cap closing earned free minimum money opening owed price refunded room sum total
  totals threshold`.split(/\s+/)
)

/** Longer names that end so and count something else. */
const OTHERS = /(rows|pages|count)_?(total|sum)$/i

const ROUNDING = new Set(['round', 'floor', 'ceil', 'trunc', 'fround'])
const READING = new Set(['Number', 'parseFloat', 'parseInt'])
const SCALING = new Set(['*', '/', '**'])
const ADDING = new Set(['+', '-'])

export const exactMoney = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      scales:
        'Only app/money multiplies and divides amounts: percentOf() and scaled() of #money/arithmetic.',
      rounds: 'An amount is whole already; only scaled() of #money/arithmetic rounds one.',
      reads: 'Read an amount with minorUnits() of #money/arithmetic: it refuses what is not exact.',
      fraction: 'An amount is whole minor units: nothing of it is added to a fraction.',
      prints: 'toFixed() rounds a float: print an amount with formatMoney() or formatDecimal().',
      parses: 'parseFloat() makes a float: read an amount with parseDecimal() of #money/format.',
    },
  },

  create(context) {
    const report = (node, messageId) => context.report({ node, messageId })

    function arithmetic(node, operator) {
      const sides = [node.left, node.right]
      if (SCALING.has(operator) && sides.some(isMoney)) report(node, 'scales')
      if (ADDING.has(operator) && sides.some(isMoney) && sides.some(isFraction))
        report(node, 'fraction')
    }

    return {
      BinaryExpression: (node) => arithmetic(node, node.operator),
      AssignmentExpression: (node) => arithmetic(node, node.operator.slice(0, -1)),
      UnaryExpression(node) {
        if (node.operator === '+' && isMoney(node.argument)) report(node, 'reads')
      },
      CallExpression(node) {
        const name = nameOf(node.callee)
        const ofMath = objectOf(node.callee) === 'Math'
        if (name === 'toFixed') report(node, 'prints')
        else if (name === 'parseFloat') report(node, 'parses')
        else if (READING.has(name) && node.arguments.some(isMoney)) report(node, 'reads')
        else if (ofMath && ROUNDING.has(name) && node.arguments.some(isMoney))
          report(node, 'rounds')
      },
    }
  },
}

/** Whether the expression is an amount, or is reckoned from one. */
function isMoney(node) {
  switch (node?.type) {
    case 'Identifier':
    case 'PrivateIdentifier':
    case 'MemberExpression':
      return isMoneyName(nameOf(node))
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
      return isMoney(node.expression)
    case 'UnaryExpression':
    case 'AwaitExpression':
      return isMoney(node.argument)
    case 'LogicalExpression':
      return isMoney(node.left) || isMoney(node.right)
    case 'BinaryExpression':
      return ADDING.has(node.operator) && (isMoney(node.left) || isMoney(node.right))
    case 'ConditionalExpression':
      return isMoney(node.consequent) || isMoney(node.alternate)
    default:
      return false
  }
}

function isMoneyName(name) {
  const last = name
    .split(/_|(?=[A-Z])/)
    .at(-1)
    .toLowerCase()
  return WORDS.has(last) && !OTHERS.test(name)
}

function isFraction(node) {
  return node.type === 'Literal' && typeof node.value === 'number' && !Number.isInteger(node.value)
}

/** The name of what is called or read: `x` of x, of a.x, of a['x'] and of this.#x. */
function nameOf(node) {
  if (node.type === 'ChainExpression') return nameOf(node.expression)
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return node.name
  if (node.type !== 'MemberExpression') return ''
  if (node.computed) return typeof node.property.value === 'string' ? node.property.value : ''
  return nameOf(node.property)
}

function objectOf(node) {
  return node.type === 'MemberExpression' && node.object.type === 'Identifier'
    ? node.object.name
    : null
}
