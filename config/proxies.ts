import env from '#start/env'
import ipaddr from 'ipaddr.js'

/**
 * Addresses that may speak for a client (`TRUSTED_PROXIES`: IPs and CIDRs, by commas).
 * Loopback is trusted by default, since a reverse proxy on the same machine is the usual set-up.
 */
const ranges = env
  .get('TRUSTED_PROXIES', '127.0.0.0/8,::1/128')
  .split(',')
  .map((range) => range.trim())
  .filter(Boolean)
  .map((range) => (range.includes('/') ? ipaddr.parseCIDR(range) : singleAddress(range)))

export default function trusted(address: string) {
  const ip = ipaddr.process(address)
  return ranges.some(([network, bits]) => network.kind() === ip.kind() && ip.match(network, bits))
}

function singleAddress(range: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const ip = ipaddr.parse(range)
  return [ip, ip.kind() === 'ipv4' ? 32 : 128]
}
