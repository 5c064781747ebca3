import type { Share } from '../layout/document.tsx';
import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Field } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Icon } from '../pieces/icon.tsx';
import { useText } from '../pieces/page.ts';
import { Phone } from '../pieces/phone.tsx';
import { PlanSteps } from '../pieces/plan-steps.tsx';
import { withQuery } from '../pieces/query.ts';
import type { GuideKind, GuideLine, GuideSection, GuideView } from '../present/guides.ts';

export type GuidesPageProps = { readonly asked: string; readonly guides: readonly GuideLine[]; readonly share: Share };

const KINDS: readonly GuideKind[] = ['cause', 'channel', 'other', 'letter', 'right'];

/** All guides by kind, or those that fit a question. */
export function GuidesPage({ asked, guides, share }: GuidesPageProps) {
  const say = useText();
  return (
    <PublicLayout
      title={say('guides.title')}
      description={say('guides.lead')}
      back={{ href: paths.home, label: say('app.name') }}
      indexed={asked === ''}
      share={share}
    >
      <h1>{say('guides.title')}</h1>
      <p>{say('guides.lead')}</p>
      <Form action={paths.guides} method="get">
        <Field id="q" type="search" label={say('guides.search')} value={asked} maxLength={200} />
        <Button look="primary">{say('guides.go')}</Button>
      </Form>
      {asked !== '' && guides.length === 0 && <p>{say('guides.none', { q: asked })}</p>}
      {asked !== '' ? (
        <Lines guides={guides} />
      ) : (
        KINDS.map((kind) => (
          <section key={kind}>
            <h2>{say(`guides.kind.${kind}`)}</h2>
            <Grouped guides={guides.filter((one) => one.kind === kind)} />
          </section>
        ))
      )}
    </PublicLayout>
  );
}

/** A long list folds by whom its guides are about; a short one lies open. */
function Grouped({ guides }: { guides: readonly GuideLine[] }) {
  const groups = [...new Set(guides.map(({ group }) => group))];
  if (groups.length <= 1) return <Lines guides={guides} />;
  return (
    <>
      {groups.map((group) => {
        const some = guides.filter((one) => one.group === group);
        return (
          <details key={group} class="ledger-group">
            <summary>
              <h3>
                {group} <span class="soft num">{some.length}</span>
              </h3>
              <Icon name="down" class="turn" />
            </summary>
            <Lines guides={some} />
          </details>
        );
      })}
    </>
  );
}

function Lines({ guides }: { guides: readonly GuideLine[] }) {
  return (
    <ul class="grid gap-3 mt-2">
      {guides.map(({ href, title, summary }) => (
        <li key={href}>
          <a href={href}>{title}</a>
          <p class="soft">{summary}</p>
        </li>
      ))}
    </ul>
  );
}

/** One guide, made from the knowledge: printable, with its source and its day. */
export function GuidePage({ guide, share }: { guide: GuideView; share: Share }) {
  const say = useText();
  const { title, summary, sections, phones, plan, source } = guide;
  return (
    <PublicLayout
      title={title}
      description={summary}
      back={{ href: paths.guides, label: say('guides.back') }}
      share={share}
    >
      <h1>{title}</h1>
      <p>{summary}</p>
      {phones.map((number) => (
        <Phone key={number} number={number} label={title} />
      ))}
      {plan && (
        <LinkButton href={withQuery(paths.plan, { code: plan })} look="primary">
          {say('guides.plan')}
        </LinkButton>
      )}
      {sections.map((section) => (
        <Section key={section.heading} section={section} />
      ))}
      <p class="soft">{source}</p>
    </PublicLayout>
  );
}

function Section({ section }: { section: GuideSection }) {
  return (
    <section>
      <h2>{section.heading}</h2>
      {'text' in section && <p>{section.text}</p>}
      {'steps' in section && <PlanSteps steps={section.steps} />}
      {'items' in section && (
        <ul class="grid gap-3 mt-2">
          {section.items.map(({ title, body, href }) => (
            <li key={title}>
              <b class="break-words">{href ? <a href={href}>{title}</a> : title}</b>
              <p class="soft">{body}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
