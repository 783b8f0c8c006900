/** Why a database does not answer, and what to do, as a sentence; never with the password of its address. */
export function whyUnreachable(error: unknown, place: string): string {
  const { code, message } = error as { code?: string; message: string }
  return `The database (${place}) cannot be used: ${reason(code ?? '', message)}`
}

/** What DATABASE_URL names, without its secrets. */
export function placeOf(url: string): string {
  const parsed = URL.parse(url)
  return parsed ? `${parsed.host}${parsed.pathname}` : 'DATABASE_URL'
}

function reason(code: string, message: string) {
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing listens there. Start PostgreSQL, or correct DATABASE_URL.'
    case 'ENOENT':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no such host. Correct DATABASE_URL.'
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'it does not answer. Is the host right, and no firewall between?'
    case '28P01':
    case '28000':
      return 'it does not accept this user and password. Correct DATABASE_URL.'
    case '3D000':
      return 'the server has no such database. Create it, or correct DATABASE_URL.'
    case '42501':
      return 'this user may not create tables there. Make it the owner of the database.'
    case 'SQLITE_CANTOPEN':
      return 'the file cannot be opened. Does it belong to this user?'
    case 'SQLITE_READONLY':
      return 'the file cannot be written. Does it belong to this user?'
    case 'SQLITE_NOTADB':
      return 'the file is no SQLite database. Move it away, or put a copy in its place.'
    case 'SQLITE_CORRUPT':
      return 'the file is damaged. Put the newest copy (tributary-before-*.sqlite3, or a backup) in its place.'
    case 'SQLITE_BUSY':
      return 'another program holds it locked. Stop that one.'
    case 'SQLITE_FULL':
      return 'the disk is full.'
    default:
      return `${message.replace(/:\/\/[^/@\s]*@/g, '://').replace(/\.$/, '')}.`
  }
}
