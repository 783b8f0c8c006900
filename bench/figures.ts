import { cpus } from 'node:os'

/** When and on what figures were measured. */
export function circumstances(postgres: string | undefined) {
  return {
    database: postgres ? 'postgres' : 'sqlite',
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, ${cpus()[0].model}`,
  }
}

export function round(value: number, digits = 0) {
  return Number(value.toFixed(digits))
}
