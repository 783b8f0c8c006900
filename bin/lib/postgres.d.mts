/** A PostgreSQL in a folder that is thrown away. */
export function temporaryPostgres(
  folder: string,
  options?: { durable?: boolean }
): Promise<{ database(name: string): Promise<string>; stop(): Promise<void> }>
