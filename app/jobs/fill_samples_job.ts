export default class FillSamplesJob {
  static jobName = 'demo.fill'
  static queue = 'upkeep' as const

  /** Loaded when it runs: few instances ever fill a sample workspace. */
  async handle() {
    const { fillSamples } = await import('#demo/sample')
    return fillSamples()
  }
}
