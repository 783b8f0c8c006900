export function ensureAssets(): Promise<void>

/** The folder of the current sources' build, made when it is not there. */
export function ensureBuild(): Promise<string>

/** For whoever will not start it again: other builds may take its place. */
export function releaseBuilds(): void
