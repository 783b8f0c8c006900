export function ensureAssets(): Promise<void>
