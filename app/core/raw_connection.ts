import db from '@adonisjs/lucid/services/db'

/** As much of Knex's client as is needed here; a transaction's has its one connection, and releasing does nothing. */
interface Client<Connection> {
  acquireConnection(): Promise<Connection>
  releaseConnection(connection: Connection): void
}

/** Does work on the driver's connection, past Knex: that of the transaction which is open here, or one of the pool. */
export async function onRawConnection<Connection, T>(
  work: (connection: Connection) => Promise<T>
): Promise<T> {
  const client: Client<Connection> = db.connection().getWriteClient().client
  const connection = await client.acquireConnection()
  try {
    return await work(connection)
  } finally {
    client.releaseConnection(connection)
  }
}
