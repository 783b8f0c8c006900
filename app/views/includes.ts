import edge from 'edge.js'

/**
 * Edge compiles an included template anew each time that it is shown, pages and components once. Here they are kept
 * alike, by the variables around them, which the compiled function takes; not where templates change under it.
 */
export function keepIncludes() {
  const { asyncCompiler } = edge
  const compile = asyncCompiler.compile.bind(asyncCompiler)
  const kept = new Map<string, ReturnType<typeof compile>>()

  asyncCompiler.compile = (path, variables) => {
    if (!variables || !asyncCompiler.cacheManager.enabled) return compile(path, variables)
    const key = [path, ...variables].join(' ')
    const template = kept.get(key) ?? compile(path, variables)
    kept.set(key, template)
    return template
  }
}
