/**
 * Tributary's browser snippet. Keeps which link brought this visitor, in one cookie of this site, and tells your
 * Tributary of visits and leads. It reads nothing else of the browser. Where the browser sends Global Privacy
 * Control, or before consent where the workspace asks for it, it keeps and sends nothing.
 *
 *   tributary('lead', { external_id: 'user-17', email: 'buyer@example.com' })
 *   tributary('ids', ({ click_id, visitor_id, ref, reference }) => ...)
 *   tributary('consent', true)
 */
;(key, home, { parameter, consent, model, days, domains }) => {
  const refused = navigator.globalPrivacyControl === true
  let allowed = !consent && !refused
  let kept = {}
  let arrived = Promise.resolve()

  const under = domains.find((domain) => `.${location.hostname}`.endsWith(`.${domain}`))

  /** For the sites of one domain together; for this one alone where the browser gives nobody such a cookie. */
  const write = (value, seconds) => {
    const secure = location.protocol === 'https:' ? '; secure' : ''
    const cookie = `trb=${value}; path=/; max-age=${seconds}; samesite=lax${secure}`
    if (under) document.cookie = `${cookie}; domain=${under}`
    if (!under || read().c !== kept.c) document.cookie = cookie
  }

  const read = () => {
    const [, text] = /(?:^|; )trb=([^;]*)/.exec(document.cookie) || []
    return Object.fromEntries(new URLSearchParams(text))
  }

  /** The millisecond of the first visit, and 80 random bits. */
  const newVisitor = () => {
    const random = crypto.getRandomValues(new Uint8Array(10))
    const hex = (number, digits) => number.toString(16).padStart(digits, '0')
    return hex(Date.now(), 12) + Array.from(random, (byte) => hex(byte, 2)).join('')
  }

  const tell = (type, told) =>
    fetch(`${home}/t`, {
      method: 'POST',
      credentials: 'omit',
      keepalive: true,
      body: JSON.stringify({ key, type, ...told }),
    })
      .then((answer) => (answer.ok ? answer.json() : {}))
      .catch(() => ({}))

  const keep = (click, ref, visitor) => {
    if (!allowed || !click || (model === 'first' && kept.c && kept.c !== click)) return
    const known = Object.entries({ v: visitor || kept.v, c: click, r: ref })
    kept = Object.fromEntries(known.filter(([, value]) => value))
    write(new URLSearchParams(kept), days * 86400)
    fill()
  }

  /** A visit through a link is stored already, and it is asked whose; an address that names a link makes one. */
  const arrive = async () => {
    kept = read()
    const asked = new URLSearchParams(location.search)
    const ref = asked.get(parameter) || asked.get('via')
    const [click] = /^clk_[0-9a-z]{26}$/.exec(asked.get('click_id')) || []
    if (click ? click === kept.c : !ref) return
    keep(click, ref)
    const url = location.href.slice(0, 2000)
    const referrer = document.referrer.slice(0, 2000) || undefined
    const made = { ref, url, referrer, visitor_id: kept.v || newVisitor() }
    const answer = tell('click', click ? { click_id: click } : made)
    const done = answer.then(({ click_id: id, visitor_id: visitor }) => keep(id, ref, visitor))
    // A form is not kept waiting for long.
    await Promise.race([done, new Promise((late) => setTimeout(late, 2000))])
  }

  const ids = () =>
    kept.c ? { click_id: kept.c, visitor_id: kept.v, ref: kept.r, reference: kept.c } : {}

  /** Fields of forms take an id each; links to Stripe's payment pages take the reference. */
  const fill = () => {
    const known = ids()
    if (!known.reference) return
    for (const field of document.querySelectorAll('input[data-tributary]'))
      field.value = known[field.dataset.tributary] || ''
    for (const link of document.querySelectorAll('a[href^="https://buy.stripe.com/"]')) {
      const url = new URL(link.href)
      url.searchParams.set('client_reference_id', known.reference)
      link.href = url.href
    }
  }

  const begin = () => {
    arrived = arrive().then(fill)
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', fill)
  }

  const commands = {
    lead: (customer) =>
      arrived.then(
        () =>
          allowed && tell('lead', { customer, visitor_id: kept.v, click_id: kept.c, ref: kept.r })
      ),
    ids: (use = () => {}) => arrived.then(() => (use(ids()), ids())),
    consent: (given) => {
      const before = allowed
      allowed = given && !refused
      if (allowed) return before || begin()
      kept = {}
      write('', 0)
    },
  }

  const waiting = (window.tributary && window.tributary.q) || []
  window.tributary = (command, ...told) => commands[command](...told)
  if (allowed) begin()
  for (const call of waiting) window.tributary(...call)
}
