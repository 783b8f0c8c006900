import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Loaded into a server before its own code: answers by IPC how late its event loop was at worst, in milliseconds. */
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()

process.on('message', (message) => {
  if (message !== 'loop delay') return
  process.send({ loop_delay: { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 } })
  delay.reset()
})
process.channel?.unref()
