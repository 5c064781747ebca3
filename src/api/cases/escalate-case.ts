import { Type } from 'typebox';
import { escalateCase } from '../../app/authority/escalate-case.ts';
import { Id, input } from '../schemas/parts.ts';
import { caseActEndpoint } from './case-act.ts';

export const escalateCaseEndpoint = caseActEndpoint({
  path: 'escalate',
  summary: '把案卷交给主管部门 / Hand the file over to an authority',
  description:
    'To a body of the carrier company’s province (`GET …/authorities`). Carrier first, except where the province opens a direct way. An acceptance by one body blocks the others, so `accepted_elsewhere: true` is refused.',
  who: ['subscriber', 'representative'],
  body: input(
    {
      authority_id: Id,
      accepted_elsewhere: Type.Boolean({ description: 'Whether another body has already taken the matter on' }),
      words: Type.String({ maxLength: 4000, description: 'What to add; may be empty' }),
    },
    [{ authority_id: 'appeals-zj', accepted_elsewhere: false, words: '' }],
  ),
  content: true,
  run: (ctx, asker, caseId, body, version) =>
    escalateCase(
      ctx,
      asker,
      caseId,
      { authorityId: body.authority_id, acceptedElsewhere: body.accepted_elsewhere, words: body.words },
      version,
    ),
});
