import { defineConfig } from '@adonisjs/core/bodyparser'

/** Forms of the console alone; /api reads its bodies in #middleware/json_body_middleware. */
export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: {
    convertEmptyStringsToNull: false,
    trimWhitespaces: true,
    limit: '1mb',
    types: ['application/x-www-form-urlencoded'],
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
