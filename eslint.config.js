import { configApp } from '@adonisjs/eslint-config'
import { exactMoney } from './eslint_rules/exact_money.js'

export default configApp(
  {
    ignores: [
      'build/**',
      '.build/**',
      'storage/**',
      'tmp/**',
      'public/**',
      '.adonisjs/**',
      'database/schema.ts',
      'clients/*/dist/**',
      'clients/typescript/src/openapi.ts',
    ],
  },
  {
    // A value that is awaited and asked one thing needs no name.
    rules: { '@unicorn/no-await-expression-member': 'off' },
  },
  {
    files: ['app/**/*.ts', 'commands/**/*.ts', 'start/**/*.ts'],
    ignores: ['app/core/begin.ts', 'app/core/shared_commit.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='transaction']",
          message: 'Open a transaction with atomically() of #core/atomically, nowhere else.',
        },
      ],
    },
  },
  {
    // Everything that could touch an amount, but where amounts are reckoned and printed.
    files: ['app/**/*.ts', 'commands/**/*.ts', 'start/**/*.ts', 'resources/js/**/*.js'],
    ignores: ['app/money/**'],
    plugins: { money: { rules: { 'exact-money': exactMoney } } },
    rules: { 'money/exact-money': 'error' },
  }
)
