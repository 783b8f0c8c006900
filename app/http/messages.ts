import { SimpleMessagesProvider } from '@vinejs/vine'

/** What a form says of a field, which stands beside it and so is not named. Programs are told Vine's own sentences. */
export const messagesForPeople = new SimpleMessagesProvider({
  'required': 'This is needed.',
  'string': 'This is needed.',
  'email': 'This is no e-mail address.',
  'url': 'This is no web address: begin with https://',
  'minLength': 'At least {{ min }} characters.',
  'maxLength': 'At most {{ max }} characters.',
  'fixedLength': 'Exactly {{ size }} characters.',
  'number': 'Write a number.',
  'withoutDecimals': 'Write a whole number.',
  'range': 'From {{ min }} to {{ max }}.',
  'enum': 'Choose one of the list.',
  'distinct': 'Something stands here twice.',
  'array.maxLength': 'At most {{ max }} of them.',
  'currency': 'Choose a currency, such as USD.',
  'timezone': 'Choose a time zone, such as Europe/Berlin.',
  'instant': 'Write a date, such as 2026-03-02.',
  'happened': 'This lies in the future.',

  'country.regex': 'Two letters, such as DE.',
  'code.regex': '2 to 64 letters, digits, - or _.',
  'ref_param.regex': '2 to 64 letters, digits, - or _.',
  'reward.rate_bps.number': 'Write a percentage, such as 20 or 12.5.',
  'reward.rate_bps.range': 'From 0 to 100.',
  'reward.amounts.*.number': 'Write an amount, such as 50.00.',
  'reward.amounts.*.range': 'Write an amount, such as 50.00.',
  'payout_minimums.*.number': 'Write an amount, such as 50.00.',
  'payout_minimums.*.range': 'Write an amount, such as 50.00.',
})
