/** What a web process is started with. */
export const webFlags: string[]
