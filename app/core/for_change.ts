import type { Knex } from 'knex'

/**
 * Locks the rows that a query finds for a change that leaves their keys. `forUpdate` would also wait for everyone who
 * writes a row that refers to them, and on PostgreSQL those pass by whoever waits: a campaign with many sales would
 * never be paused.
 */
export function forChange<Query extends { knexQuery: Knex.QueryBuilder }>(query: Query): Query {
  query.knexQuery.forNoKeyUpdate()
  return query
}
