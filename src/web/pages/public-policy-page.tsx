import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Card } from '../pieces/card.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import type { RuleWords } from '../present/policy-words.ts';

type LearnedRule = RuleWords & { readonly learned: readonly string[] };

export type PublicPolicyPageProps = {
  readonly title: string;
  readonly lead: string;
  readonly standing: string | null;
  readonly rules: readonly LearnedRule[];
  readonly complain: readonly string[];
};

/** A published table for anybody: what leads to a flag, what is cut, how it comes back. */
export function PublicPolicyPage({ title, lead, standing, rules, complain }: PublicPolicyPageProps) {
  const say = useText();
  return (
    <PublicLayout title={title} description={lead} back={{ href: paths.guides, label: say('guides.title') }}>
      <h1>{title}</h1>
      <p>{lead}</p>
      {standing && <Notice tone="attention">{standing}</Notice>}
      <Notice tone="info">{say('policy.public.always')}</Notice>
      {rules.map((rule) => (
        <PublicRule key={rule.ruleId} rule={rule} />
      ))}
      <section>
        <h2>{say('policy.public.complain')}</h2>
        <ol>
          {complain.map((door) => (
            <li key={door}>{door}</li>
          ))}
        </ol>
      </section>
    </PublicLayout>
  );
}

function PublicRule({ rule }: { rule: LearnedRule }) {
  const say = useText();
  return (
    <div id={rule.ruleId}>
      <Card title={rule.cause} aside={<span class="soft">{rule.ruleId}</span>}>
        <h3>{say('policy.public.what')}</h3>
        <p>{rule.on}</p>
        <ul>
          {rule.when.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        {rule.byHuman && <p class="soft">{say('policy.public.human')}</p>}
        <h3>{say('policy.public.off')}</h3>
        <ul>
          {rule.measures.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <h3>{say('policy.public.notice')}</h3>
        <p>
          {say('policy.public.notice_body')} {rule.grace > 0 && say('policy.public.grace', { n: rule.grace })}{' '}
          {rule.review !== null && say('policy.public.review', { n: rule.review })}
        </p>
        <h3>{say('policy.public.lift')}</h3>
        <p>{rule.lift}</p>
        {rule.paid && <p class="soft">{say('policy.public.time')}</p>}
        <p>{say('policy.public.ways', { ways: rule.remedies.join(say('list.and')) })}</p>
        <h3>{say('policy.public.papers')}</h3>
        <p>{rule.papers.length === 0 ? say('policy.public.no_papers') : rule.papers.join(say('list.and'))}</p>
        <h3>{say('policy.public.ground')}</h3>
        <p>{rule.ground}</p>
        <h3>{say('learning.public.title')}</h3>
        {rule.learned.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Card>
    </div>
  );
}
