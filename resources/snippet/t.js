/**
 * Tributary's browser snippet. Keeps which link brought this visitor, in one cookie of this site, and tells your
 * Tributary of visits and leads. It reads nothing else of the browser. Where the browser sends Global Privacy
 * Control, or before consent where the workspace asks for it, it keeps and sends nothing.
 *
 *   tributary('lead', { external_id: 'user-17', email: 'buyer@example.com' })
 *   tributary('ids', ({ click_id, visitor_id, ref, reference }) => ...)
 *   tributary('consent', true)
 */
;(key, home, { parameter, consent, model, days }) => {
  const refused = navigator.globalPrivacyControl === true
  let allowed = !consent && !refused
  let kept = {}
  let arrived = Promise.resolve()

  const write = (value, seconds) => {
    const secure = location.protocol === 'https:' ? '; secure' : ''
    document.cookie = `trb=${value}; path=/; max-age=${seconds}; samesite=lax${secure}`
  }

  const read = () => {
    const [, text] = /(?:^|; )trb=([^;]*)/.exec(document.cookie) || []
    return Object.fromEntries(new URLSearchParams(text))
  }

  const newVisitor = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
      byte.toString(16).padStart(2, '0')
    ).join('')

  const tell = (type, told) =>
    fetch(`${home}/t`, {
      method: 'POST',
      credentials: 'omit',
      keepalive: true,
      body: JSON.stringify({ key, type, visitor_id: kept.v, ...told }),
    })
      .then((answer) => (answer.ok ? answer.json() : {}))
      .catch(() => ({}))

  const keep = (click, ref) => {
    if (!click) return
    if (model === 'last' || !kept.c) Object.assign(kept, { c: click, r: ref })
    write(new URLSearchParams(kept), days * 86400)
  }

  const arrive = async () => {
    kept = read()
    const asked = new URLSearchParams(location.search)
    const ref = asked.get(parameter) || asked.get('via')
    const click = /^clk_[0-9a-z]{26}$/.exec(asked.get('click_id'))
    if (click || ref) kept.v = kept.v || newVisitor()
    if (click) keep(click[0], ref)
    else if (ref) {
      const url = location.href.slice(0, 2000)
      const referrer = document.referrer.slice(0, 2000) || undefined
      const { click_id: made } = await tell('click', { ref, url, referrer })
      keep(made, ref)
    }
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
      arrived.then(() => allowed && tell('lead', { customer, click_id: kept.c, ref: kept.r })),
    ids: (use = () => {}) => arrived.then(() => (use(ids()), ids())),
    consent: (given) => {
      allowed = given && !refused
      if (allowed) return begin()
      kept = {}
      write('', 0)
    },
  }

  const waiting = (window.tributary && window.tributary.q) || []
  window.tributary = (command, ...told) => commands[command](...told)
  if (allowed) begin()
  for (const call of waiting) window.tributary(...call)
}
