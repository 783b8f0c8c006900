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
    autoProcess: true,
    convertEmptyStringsToNull: false,
    processManually: [],
    limit: '64mb',
    types: ['multipart/form-data'],
  },
})
