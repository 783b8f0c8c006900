declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  interface Runner {
    run(): Promise<unknown>
  }
  const Client: {
    prototype: {
      _formatBindings(bindings: unknown[] | undefined): unknown[]
      runner(builder: unknown): Runner
    }
  }
  export default Client
}
