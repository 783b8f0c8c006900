export function isLogLine(line: string): boolean
export function secretsIn(line: string): string[]
export class LogWatch {
  constructor(show: (text: string) => void)
  told: string[]
  lines: number
  read(chunk: string): void
  end(): void
}
