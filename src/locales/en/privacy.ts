import type { privacy as zh } from '../zh-CN/privacy.ts';

export const privacy: Record<keyof typeof zh, string> = {
  'consent.title': 'Separate consent to sensitive data',
  'consent.lead':
    'For ID papers, account statements, call records, medical papers and face checks the law asks for your separate consent (Personal Information Protection Law, art. 29). What you agreed to, when, and in which words stands here. You are served without it too: leave the file out and show the paper at a counter.',
  'consent.abroad': 'Qingbiao sends none of your data abroad, so no consent to that is asked.',
  'consent.identity_paper': 'ID papers',
  'consent.identity_paper.words':
    'I give separate consent that Qingbiao keeps the ID papers I upload (with number and photo), only so that the carrier handling this case, or the authority I choose, can check who I am. The files are encrypted and deleted six months after the case at the latest; their hash stays in the journal. I may leave them out and show the original at a counter. I can withdraw at any time under “My data”; the files are then deleted at once. If I act for somebody, that person has agreed.',
  'consent.money_paper': 'Papers on accounts, payments and credit',
  'consent.money_paper.words':
    'I give separate consent that Qingbiao keeps the payment slips, account statements or credit reports I upload, only so that the carrier handling this case, or the authority I choose, can check payments and credit. The files are encrypted and deleted six months after the case at the latest; their hash stays in the journal. I may cover what does not matter, or leave them out. I can withdraw at any time under “My data”; the files are then deleted at once. If I act for somebody, that person has agreed.',
  'consent.private_paper': 'Call records, medical papers, papers on children and other private matters',
  'consent.private_paper.words':
    'I give separate consent that Qingbiao keeps the call records, medical papers, death certificates, guardianship papers or police papers I upload, only so that the carrier handling this case, or the authority I choose, can check what happened. The files are encrypted and deleted six months after the case at the latest; their hash stays in the journal. Where they tell of a child under fourteen, I am the guardian and agree. I may leave them out. I can withdraw at any time under “My data”; the files are then deleted at once. If I act for somebody, that person has agreed.',
  'consent.real_person_check': 'Real-person check',
  'consent.real_person_check.words':
    'I give separate consent that Qingbiao hands my phone number to the provider of the real-person check, which compares on its own pages whether I am the holder. The face check happens there; Qingbiao receives no photo and no video, only the result and its time. Without consent I can show my papers at a counter, which counts the same. I can withdraw at any time under “My data”: a check without a result is waited for no longer; results and their time stay, because they prove what was checked.',
  'consent.agree': 'I give separate consent to the sensitive data in this file',
  'consent.agree_hint':
    'Tick it if you chose an ID, statement, credit report, call record or medical paper above. Other files need none.',
  'consent.agree_check': 'I give separate consent to the real-person check',
  'consent.read': 'Read all of it',
  'consent.already': 'You agreed to: {list}. You can withdraw under “My data”.',
  'consent.given': 'Given {at} (version {version})',
  'consent.given_for_you': 'Given {at} by who acts for you (version {version})',
  'consent.was': 'Given {at} (version {version}), withdrawn {end}',
  'consent.never': 'Never given. You are asked when it is needed.',
  'consent.withdraw': 'Withdraw',
  'consent.withdraw_of': 'Withdraw: {kind}',
  'consent.effect':
    'After you withdraw: files taken under this consent are deleted at once and nobody at the desk sees them again; only their hash stays. What was done before, decisions made, and papers you already handed to an authority do not change. Where the law holds a number’s data, files stay unused and are deleted when the hold ends.',
  'consent.withdrawn_done': 'Withdrawn. {n} {n|file|files} deleted.',
  'consent.withdrawn_held':
    'Withdrawn. {n} {n|file|files} deleted; the data of a number are held by law, files there stay unused until the hold ends.',
  'consent.needed':
    'This step takes sensitive data: tick the separate consent first. Without it skip this step and show your papers at a counter.',
  'consent.other_version': 'These words have changed. Read version {version} before you agree.',
  'consent.withdrawn': 'The person withdrew consent to such papers; only they can give it again.',
  'paper.other_sensitive': 'Another file, with an ID number, an account, medical or call records, or data of a child',
  'entry.evidence.withdrawn': 'Consent withdrawn, file deleted',
  'holder.holder.withdrawn': 'Consent withdrawn {at}; this check is waited for no longer.',
  'holder.possession.withdrawn': 'Withdrawn {at}.',
};
