/** Why a commission is held: codes as stored, and the sentence that people see. */
export const holdReasons = {
  self_referral: 'The customer has the e-mail address of the affiliate.',
  same_payout_account: 'Another affiliate is paid to the same account.',
  above_limit: 'The amount is above what this campaign pays without a look.',
  many_sales_of_visitor: 'The same visitor made many sales in a short time.',
  affiliate_not_active: 'The affiliate was not active in the campaign when this occurred.',
  customer_of_another: 'The customer belongs to another affiliate.',
  likely_duplicate: 'It looks like a conversion that was recorded before.',
  browser_lead: 'The lead was sent by a browser, which proves nothing.',
  by_hand: 'A person held it.',
} as const

export type HoldCode = keyof typeof holdReasons

export interface HoldReason {
  code: HoldCode
  sentence: string
}

/** The reason of a code, as the API and the screens show it. */
export function holdReason(code: HoldCode): HoldReason {
  return { code, sentence: holdReasons[code] }
}
