/** Letters: why one is not written, and what each fact is called. */
export const letters = {
  'letter.lending_admitted':
    'You said that the card was lent, rented out or sold, so no letter here can claim a mistake. You can still ask for reasons or give an undertaking, and 12348 gives free legal advice.',
  'letter.police_first':
    'The police ordered this limit: neither the carrier nor the regulator can lift it. Go first to the police unit that decided.',
  'letter.carrier_first':
    'Complain to the carrier first and note the day. After fifteen days without an answer, or with one that does not satisfy you, you can go to the regulator.',
  'letter.too_long': 'This part is too long: {limit} characters at most.',
  'letter.paragraph_unknown': 'This letter has no such part. Reload the page and try again.',

  'letter.fact.name': 'Name',
  'letter.fact.id_tail': 'Last four characters of your ID number',
  'letter.fact.mobile_number': 'Mobile number',
  'letter.fact.carrier': 'Full name of the carrier’s company',
  'letter.fact.contact': 'How to reach you (not the number that is off)',
  'letter.fact.what_happened': 'What happened',
  'letter.fact.since': 'Since which day',
  'letter.fact.measures': 'What does not work',
  'letter.fact.message_text': 'The message you received, word for word',
  'letter.fact.ticket': 'Ticket number of your complaint',
  'letter.fact.complained_on': 'The day you complained to the carrier',
  'letter.fact.reply': 'What the carrier answered (or “no answer”)',
  'letter.fact.request': 'What you want most',
  'letter.fact.label_service': 'Name of the label service',
  'letter.fact.label_text': 'What the label says',
  'letter.fact.representative_name': 'Name of the person who acts for you',
  'letter.fact.representative_contact': 'How to reach the person who acts for you',
  'letter.fact.mandate_until': 'Last day of the authority',
  'letter.fact.mandate_fee': 'What you pay them (or “nothing”)',
  'letter.fact.credit_entry': 'The entry in your credit report that is wrong',
  'letter.fact.work': 'What you use the number for',
  'letter.fact.opened_on': 'Since which day you use this number',
  'letter.fact.address': 'Your address',
  'letter.fact.postcode': 'Postcode',
  'letter.fact.carrier_address': 'Address of the carrier’s company',
  'letter.fact.province': 'Province of the carrier’s company',
} as const;
