import { reasonsToGive } from '#ledger/give'

/** The reasons that the console offers for a deed that needs one: a code as stored, and what it says. */
interface Choice {
  value: string
  label: string
}

const choice = (value: string, label: string): Choice => ({ value, label })

const other = choice('other', 'Another reason (say it in the note)')

export const reasonsTo = {
  void: [
    choice('fraud', 'Fraud'),
    choice('self_referral', 'The affiliate bought it themselves'),
    choice('duplicate', 'Recorded twice'),
    choice('test_order', 'A test order'),
    choice('terms_broken', 'The terms of the campaign were broken'),
    choice('mistake', 'Recorded by mistake'),
    other,
  ],
  release: [
    choice('checked', 'It was looked at, and it is right'),
    choice('agreed', 'It was agreed with the affiliate'),
    other,
  ],
  deny: [
    choice('fraud', 'Fraud'),
    choice('self_referral', 'The affiliate bought it themselves'),
    choice('known_customer', 'They were a customer before'),
    choice('test_order', 'A test order'),
    choice('terms_broken', 'The terms of the campaign were broken'),
    other,
  ],
  move: [
    choice('wrong_affiliate', 'They were bound to the wrong affiliate'),
    choice('agreed', 'It was agreed with the affiliate'),
    choice('affiliate_left', 'The affiliate left the program'),
    other,
  ],
  give: reasonsToGive,
  exclude: [
    choice('under_review', 'It needs a closer look'),
    choice('suspected_fraud', 'Fraud is suspected'),
    choice('destination_unclear', 'It is unclear where the money goes'),
    choice('tax_papers_missing', 'Tax papers are missing'),
    choice('asked_by_affiliate', 'The affiliate asked for it'),
    other,
  ],
  reject: [
    choice('wrong_amounts', 'The amounts look wrong'),
    choice('suspected_fraud', 'Fraud is suspected'),
    choice('not_enough_funds', 'There is not enough money in the account'),
    choice('opened_too_early', 'It was opened too early'),
    other,
  ],
  cancel: [
    choice('opened_by_mistake', 'It was opened by mistake'),
    choice('wrong_cutoff', 'The cutoff is wrong'),
    choice('not_enough_funds', 'There is not enough money in the account'),
    other,
  ],
  fail: [
    choice('account_closed', 'The account is closed'),
    choice('details_wrong', 'The payment details are wrong'),
    choice('refused_by_bank', 'The bank or provider refused it'),
    choice('receiver_cannot_take', 'The receiver cannot take this payment'),
    other,
  ],
  return: [
    choice('sent_back_by_bank', 'The bank sent it back'),
    choice('account_closed', 'The account is closed'),
    choice('unclaimed', 'Nobody claimed it'),
    choice('details_wrong', 'The payment details were wrong'),
    other,
  ],
  undo_refund: [
    choice('chargeback_won', 'The chargeback was won'),
    choice('refund_failed', 'The refund failed'),
    choice('mistake', 'Recorded by mistake'),
  ],
} as const satisfies Record<string, readonly Choice[]>
