import { defineConfig } from '@adonisjs/core/bodyparser'

/** Forms of the console alone; /api reads its bodies in #middleware/json_body_middleware. */
export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: {
    convertEmptyStringsToNull: false,
    trimWhitespaces: true,
    limit: '1mb',
    types: ['application/x-www-form-urlencoded'],
    // The names of permissions have dots of their own.
    queryString: { allowDots: false },
  },
  json: { limit: '1mb', types: ['application/json'] },
  multipart: {
    // The pages that take a file; elsewhere none is written down.
    autoProcess: ['/payout_runs/:payout_run_id/reconciliations'],
    convertEmptyStringsToNull: false,
    processManually: [],
    limit: '16mb',
    types: ['multipart/form-data'],
  },
})
