export const home = {
  'home.title': 'Is your phone number not working?',
  'home.description':
    'Number suspended or restricted? Find out what is off and who did it, then get it back step by step. Free.',
  'home.lead':
    'Paste the message you received, or answer a few questions. We tell you whether it is genuine, what it may mean, and what to do first.',
  'home.out': 'Can you call out?',
  'home.in': 'Can others call you?',
  'home.sms': 'Can you send a text?',
  'home.data': 'Can you go online without Wi-Fi?',
  'home.yes': 'Yes',
  'home.no': 'No',
  'home.unsure': 'Unsure',
  'home.ask': 'See what it may be',
  'home.swap_title': 'Signal gone all at once, and alerts from your bank?',
  'home.swap_body':
    'Call the number on the back of your bank card first and freeze your cards and payment accounts. Someone may be using your SIM.',
  'home.known_title': 'Your carrier is connected to Qingbiao',
  'home.known_body':
    'Sign in to see who stopped it and why, what sum or step brings it back, and who must answer by when.',
  'home.known_link': 'Sign in to see my numbers',
  'home.how_title': 'We do three things',
  'home.how_reason': 'Get the reason',
  'home.how_reason_body':
    'Whoever restricts your number owes you a reason: who decided, by which rule, on which facts. All on one sheet.',
  'home.how_way': 'Show the way that works',
  'home.how_way_body': 'Pay, verify or appeal: each cause has its own way out. The wrong door costs you days.',
  'home.how_back': 'Watch until it is really back',
  'home.how_back_body':
    '"Restored" on paper does not count. It is over when every system confirms and you can use it again.',

  'check.title': 'What it may be',
  'check.back': 'Change my answers',
  'check.unknown_title': 'Try it first, then come back',
  'check.unknown_body': 'Nothing is known yet, and we do not guess. It takes two minutes:',
  'check.try_out': 'Call someone in your family. Write down the announcement you hear, word for word.',
  'check.try_in': 'Ask them to call you, and see whether it rings.',
  'check.try_sms': 'Send them a text, and see whether it arrives.',
  'check.try_data': 'Switch Wi-Fi off and open a web page.',
  'check.try_again': 'Done, back to the questions',
  'check.works_title': 'All four work',
  'check.works_body':
    'The number itself does not look stopped. If people do not pick up, their phones probably show a label such as "spam call".',
  'check.fits_title': 'Common causes of this pattern',
  'check.fits_note':
    'These four answers alone cannot tell which one it is. Only the carrier can say who stopped it and why.',
  'check.swap_title': 'Rule out one danger first: someone else using your SIM',
  'check.swap_body':
    'If the signal went all at once, and your bank or payment app sends alerts (or money moves without you), do this now, in this order:',
  'check.swap_1':
    'Borrow a phone and call the number on the back of your bank card. Freeze the card. Freeze WeChat Pay and Alipay too.',
  'check.swap_2': 'Then call the carrier and report the SIM lost.',
  'check.swap_3': 'If money is already gone, call the police on 110.',

  'meaning.sim_trouble': 'The SIM is broken or was replaced, or the phone has no signal',
  'meaning.sim_trouble.body':
    'Try the SIM in another phone. If it is in your hand but suddenly dead, read the danger notice above.',
  'meaning.arrears': 'An unpaid bill',
  'meaning.arrears.body':
    'Calls out stop first, then everything. Look at the balance before you pay: with money left it is not arrears, and topping up will not help.',
  'meaning.risk': "The carrier's risk system became suspicious",
  'meaning.risk.body':
    'It stops first and checks later, and it can be wrong. Usually you verify your identity in person and explain.',
  'meaning.complaints': 'Someone reported calls from you as harassment',
  'meaning.complaints.body':
    'Common for couriers and sales staff. Usually you explain what the calls were for; some carriers want a written promise.',
  'meaning.sms_limit': 'Sending texts is restricted',
  'meaning.sms_limit.body': 'Too many in a short time, or the content was blocked. Ask which of the two.',
  'meaning.identity': 'A problem with the real-name registration',
  'meaning.identity.body':
    'The ID expired, details do not match, or there are too many cards under one name. Usually you verify again.',
  'meaning.silent': 'Stopped because it was not used for long',
  'meaning.silent.body':
    'A SIM that makes no calls and uses no data can be stopped. Ask when the number would be lost.',
  'meaning.ordered': 'Stopped on a police order',
  'meaning.ordered.body':
    'The carrier cannot undo this. Ask which unit, on which date, under which document number; then go to that unit.',
  'meaning.incoming_only': 'Probably a setting: call forwarding, do not disturb, call blocking',
  'meaning.incoming_only.body':
    'Switch these off and try again. If it still fails, ask the carrier whether incoming calls are restricted.',
  'meaning.data_only': 'The data allowance is used up, or a phone setting is wrong',
  'meaning.data_only.body':
    'Check the allowance and restart the phone. Data alone can also be restricted; the carrier can tell.',
  'meaning.label': 'Other people\'s phones show "spam call"',
  'meaning.label.body':
    'A third-party service put that label there; the number is not stopped. Ask that service to remove it. It is free.',

  'plan.title': 'Call the carrier and ask three things',
  'plan.lead': 'Dial the number you already know, never one from a text. If this SIM cannot call, borrow a phone.',
  'plan.mobile': 'China Mobile',
  'plan.unicom': 'China Unicom',
  'plan.telecom': 'China Telecom',
  'plan.broadnet': 'China Broadnet',
  'plan.virtual':
    'Virtual carriers (such as prefixes 162, 165, 167, 170, 171) have their own line: see the card sleeve, the app or their site.',
  'plan.ask_title': 'Say this',
  'plan.ask':
    'Please tell me why it was stopped, how to get it back, and which papers you need. Please give me a ticket number.',
  'plan.ask_law': 'If they say it is a fraud risk, add:',
  'plan.ask_law_words':
    'Under Article 32 of the Anti-Telecom-Fraud Law, please give me the reason, the remedy and the papers required, in writing.',
  'plan.steps_title': 'Then, in this order',
  'plan.step_1': 'Do not top up yet',
  'plan.step_1_body':
    "On Wi-Fi, look at the balance in the carrier's app. With money left it is not arrears. If it is, pay through official channels only.",
  'plan.step_2': 'Write the answer down',
  'plan.step_2_body': 'Date, time, staff number, ticket number, the exact words. Every later step needs them.',
  'plan.step_3': 'Call before you go to a shop',
  'plan.step_3_body':
    'Ask which shop can do it and what to bring. Usually you go yourself, with your original ID and the SIM.',
  'plan.step_4': 'No reason given, or no answer in fifteen days',
  'plan.step_4_body':
    'You may complain to the telecom user complaint centre (12300). You must have complained to the carrier first: keep the date and the ticket number. A police order goes to the police; 12300 cannot lift it.',
  'plan.scam_title': 'Whoever asks for this is a fraudster',
  'plan.scam_body':
    'Card numbers, passwords, codes, a fee to "unblock", an app to install or your screen to share. A real check needs none of it, and lifting a flag is free.',
  'plan.signin_title': 'Want to see the reason itself?',
  'plan.signin_body': 'If your carrier is connected to Qingbiao, sign in and read it without calling anyone.',
  'plan.signin': 'Sign in to see my numbers',

  'signin.title': 'Sign in',
  'signin.demo_title': 'Pick a person and see how Qingbiao works',
  'signin.demo_body': 'This is a demo city; its people and numbers are invented. One click and you are that person.',
  'signin.people': 'People whose number does not work',
  'signin.staff': 'Staff of the carrier',
  'signin.closed_title': 'Sign-in is not open here yet',
  'signin.closed_body':
    'This site has no sign-in yet. You can still look up likely causes and ask your carrier by phone.',
  'signin.closed_action': 'Look up likely causes',
  'signin.unknown': 'There is no such person. Please pick one from the list.',
  'signin.empty_title': 'The demo city is not ready',
  'signin.empty_body': 'Wait until the system has started, then load this page again.',
  'signin.does.agent': 'answers, asks for papers, orders restorations',
  'signin.does.reviewer': 'reviews appeals and decides with reasons',
  'signin.does.other': 'looks, changes nothing',
  'signin.all_on': 'number works',
  'signin.case': 'appeal: {status}',
  'role.agent': 'Service agent',
  'role.reviewer': 'Reviewer',
  'role.auditor': 'Auditor',
  'role.admin': 'administrator',
  'role.policy_owner': 'Policy owner',

  'law.checked_source': 'Public text of the law',
  'law.AF-11': 'Anti-Telecom-Fraud Law, Art. 11',
  'law.AF-11.plain':
    'When a number looks abnormal and fraud-related, the carrier must verify the person again; if that is not done or fails, it may limit functions.',
  'law.AF-32c': 'Anti-Telecom-Fraud Law, Art. 32(3)',
  'law.AF-32c.plain':
    'Whoever restricts your number under this law must tell you the reason, the way to appeal and the papers needed. You may appeal to the body that decided; if you are cleared, it must lift the limits at once.',
  'law.TR-34b': 'Telecom Regulations, Art. 34(2)',
  'law.TR-34b.plain':
    'Service may be suspended when a bill is unpaid for thirty days past the agreed term. Mobile contracts may agree otherwise.',
  'law.TR-34e': 'Telecom Regulations, Art. 34(4)',
  'law.TR-34e.plain': 'Once the bill and late fees are fully paid, the carrier must restore service within 48 hours.',
  'law.TR-36': 'Telecom Regulations, Art. 36',
  'law.TR-36.plain': 'Emergency calls to fire, police, ambulance and traffic police must be free and stay reachable.',
  'law.TR-39': 'Telecom Regulations, Art. 39',
  'law.TR-39.plain':
    'You may demand a solution. If the carrier refuses or you are not satisfied, you may complain to the telecom authority, which must answer within thirty days.',
  'law.UA-10': 'Measures on Telecom User Complaints, Art. 10',
  'law.UA-10.plain': "You may complain once the carrier's answer does not satisfy you, or none came in fifteen days.",
  'law.other': 'Article of law {rule} ({article})',
  'law.other.plain': 'We have no plain wording for this article yet. Please see the original.',
} as const;
