import { MineLayout } from '../layout/mine-layout.tsx';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ConsentCard, type ConsentCardProps } from '../pieces/consent-card.tsx';
import { Field } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { withQuery } from '../pieces/query.ts';
import { useMineTabs } from './mine-page.tsx';

export type KeptData = { readonly what: string; readonly why: string; readonly until: string };
export type DataPageProps = {
  readonly kept: readonly KeptData[];
  readonly readings: readonly {
    readonly id: string;
    readonly when: string;
    readonly who: string;
    readonly what: string;
  }[];
  readonly next: string | null;
  readonly own: boolean;
  readonly name: string;
  readonly nameFault: string | undefined;
  readonly numbers: readonly { readonly href: string; readonly label: string }[];
  readonly consents: ConsentCardProps['rows'];
  /** What came of what was just asked. */
  readonly done: string | null;
};

/** What is kept about the person and why, who looked at it, and the way to take it along or have it deleted. */
export function DataPage({ kept, readings, next, own, consents, done, name, nameFault, numbers }: DataPageProps) {
  const say = useText();
  return (
    <MineLayout
      title={say('data.title')}
      tabs={useMineTabs('data')}
      back={{ href: paths.mine, label: say('mine.title') }}
    >
      <h1>{say('data.title')}</h1>
      {done && (
        <Notice tone="done" live>
          {done}
        </Notice>
      )}
      <p>{say('data.lead')}</p>
      <Card title={say('data.take')}>
        <p>{say('data.take_body')}</p>
        <LinkButton href={paths.dataExport} look="primary">
          {say('data.export')}
        </LinkButton>
      </Card>
      <Card title={say('correction.title')}>
        <p>{say('correction.lead')}</p>
        <Form action={paths.dataName}>
          <Field
            id="name"
            label={say('correction.name')}
            hint={say('correction.name_hint')}
            autoComplete="name"
            value={name}
            error={nameFault}
          />
          <Button>{say('correction.name_save')}</Button>
        </Form>
        {numbers.length > 0 && (
          <>
            <h3>{say('correction.numbers')}</h3>
            <p>{say('correction.numbers_body')}</p>
            <ul>
              {numbers.map(({ href, label }) => (
                <li key={href}>
                  <a class="num" href={href}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p class="soft">
          {say('correction.contacts')} <a href={paths.mySignIn}>{say('mysignin.title')}</a>
        </p>
      </Card>
      <ConsentCard rows={consents} />
      <Card title={say('data.read')}>
        <p>{say('data.read_body')}</p>
        {readings.length === 0 && <p class="soft">{say('data.read_none')}</p>}
        <ul>
          {readings.map(({ id, when, who, what }) => (
            <li key={id} class="border-t border-line py-3">
              <p>
                <b>{who}</b> {what}
              </p>
              <p class="soft num">{when}</p>
            </li>
          ))}
        </ul>
        <p>
          {next && (
            <a href={withQuery(paths.data, { cursor: next, ...(own ? { own: 'yes' } : {}) })}>{say('data.more')}</a>
          )}{' '}
          <a href={own ? paths.data : withQuery(paths.data, { own: 'yes' })}>
            {say(own ? 'data.without_own' : 'data.with_own')}
          </a>
        </p>
      </Card>
      <Card title={say('data.kept')}>
        <dl class="grid gap-3">
          {kept.map(({ what, why, until }) => (
            <div key={what} class="border-t border-line py-2">
              <dt>
                <b>{what}</b>
              </dt>
              <dd>{why}</dd>
              <dd class="soft">{until}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title={say('data.rights')}>
        <p>{say('data.rights_body')}</p>
        <p>
          <a href={paths.mandates}>{say('mandate.title')}</a>
        </p>
      </Card>
    </MineLayout>
  );
}
