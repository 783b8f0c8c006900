declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  const Client: { prototype: { _formatBindings(bindings: unknown[] | undefined): unknown[] } }
  export default Client
}
