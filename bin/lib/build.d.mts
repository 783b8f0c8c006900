export function ensureAssets(): Promise<void>

/** The folder of the current sources' build, made when it is not there. */
export function ensureBuild(): Promise<string>
