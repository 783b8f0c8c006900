import type { Hold } from '#terms/holds/hold'

/** Anyone can make a browser send a lead, and name the e-mail of a stranger; only a server can know that it is one. */
export const browserLead: Hold = {
  sentence: 'The lead was sent by a browser, which proves nothing.',
  settledBy: 'Find the lead in your own records. Release it when it is there, void it when not.',
  holds: (facts) => facts.browserLead,
}
