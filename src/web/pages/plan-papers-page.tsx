import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { ChoiceField } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { withQuery } from '../pieces/query.ts';
import type { PlanView } from '../present/plan.ts';

export type PlanPapersPageProps = {
  readonly code: string;
  readonly name: string;
  readonly situations: string;
  readonly papers: PlanView['papers'];
  readonly have: readonly string[];
  /** Whether anything was sent yet, so that an empty list is not told what it lacks. */
  readonly asked: boolean;
};

const CHECKS = ['readable', 'same', 'valid'] as const;

/** What to bring, ticked by oneself before setting out: kept in the address, so that it needs no account and can be printed. */
export function PlanPapersPage({ code, name, situations, papers, have, asked }: PlanPapersPageProps) {
  const say = useText();
  const back = withQuery(paths.plan, { code });
  const lacking = papers
    .filter(({ id, brought }) => brought === 'always' && !have.includes(id))
    .map((paper) => paper.name);
  const signed = papers.filter(({ brought }) => brought === 'signed_there').map((paper) => paper.name);
  const unchecked = CHECKS.filter((one) => !have.includes(one));
  return (
    <PublicLayout title={say('papers.title')} back={{ href: back, label: say('plan.page_title') }} indexed={false}>
      <h1>{say('papers.title')}</h1>
      <p>{say('plan.kind', { name })}</p>
      {asked && lacking.length > 0 && (
        <Notice tone="attention" title={say('papers.lacking')} live>
          <ul>
            {lacking.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Notice>
      )}
      {asked && lacking.length === 0 && (
        <Notice tone={unchecked.length > 0 ? 'attention' : 'done'} title={say('papers.all')} live>
          {say(unchecked.length > 0 ? 'papers.look' : 'papers.ring')}
        </Notice>
      )}
      {papers.length === 0 ? (
        <Notice tone="info">{say('papers.none')}</Notice>
      ) : (
        <Form action={paths.planPapers} method="get" hidden={{ code, situations, asked: 'yes' }}>
          <ChoiceField
            id="have"
            label={say('papers.have')}
            many
            value={have}
            options={papers
              .filter(({ brought }) => brought !== 'signed_there')
              .map((paper) => ({
                value: paper.id,
                label: paper.name,
                hint: [paper.why, paper.instead].filter(Boolean).join(' · '),
              }))}
          />
          <ChoiceField
            id="checked"
            label={say('papers.checks')}
            many
            value={have}
            options={CHECKS.map((one) => ({ value: one, label: say(`papers.check.${one}`) }))}
          />
          <Button look="primary" wide>
            {say('papers.see')}
          </Button>
        </Form>
      )}
      {signed.length > 0 && <p>{say('papers.signed', { list: signed.join(say('list.and')) })}</p>}
      <p class="soft">{say('papers.print')}</p>
      <p class="soft">{say('papers.honest')}</p>
      <LinkButton href={withQuery(paths.keep, { code })}>{say('keep.from_plan')}</LinkButton>
    </PublicLayout>
  );
}
