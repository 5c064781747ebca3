import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ChoiceField } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Icon } from '../pieces/icon.tsx';
import { MeasureGrid } from '../pieces/measure-grid.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import type { Piece, VerdictView } from '../present/verdict.ts';

export type VerdictPageProps = {
  readonly verdict: VerdictView;
  /** What the plan needs again; it travels with the form, because nothing is kept here. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly situations: readonly { readonly value: string; readonly label: string }[];
};

/** Can it be trusted, what does it say, and the one way on. */
export function VerdictPage({ verdict, hidden, situations }: VerdictPageProps) {
  const say = useText();
  const { tone, title, body, causes } = verdict;
  return (
    <PublicLayout title={title} back={{ href: paths.home, label: say('triage.again') }} indexed={false}>
      {verdict.swap && (
        <Notice tone="danger" title={say('triage.swap_title')}>
          <p>{say('triage.swap_body')}</p>
        </Notice>
      )}
      <h1>{title}</h1>
      <Notice tone={tone} {...(tone === 'danger' ? {} : { title: say('piece.notice.attention') })}>
        <p>{body}</p>
      </Notice>
      {verdict.grounds.length > 0 && (
        <section>
          <h2>{say('triage.why')}</h2>
          <ul class="list-disc pl-6 mt-2 grid gap-1">
            {verdict.grounds.map((ground) => (
              <li key={ground}>{ground}</li>
            ))}
          </ul>
        </section>
      )}
      {verdict.aside && (
        <Card title={verdict.aside.title}>
          {verdict.aside.body && <p>{verdict.aside.body}</p>}
          <LinkButton href={paths.home}>{say('triage.again')}</LinkButton>
        </Card>
      )}
      {causes.length > 0 && <Causes verdict={verdict} />}
      {(causes.length > 0 || tone === 'danger') && (
        <Form action={paths.plan} hidden={hidden}>
          {tone !== 'danger' && (
            <details class="law">
              <summary>
                <Icon name="user" />
                <span>{say('triage.situations')}</span>
                <Icon name="down" class="turn" />
              </summary>
              <div class="law-body">
                <ChoiceField
                  id="situations"
                  label={say('triage.situations_label')}
                  hint={say('triage.situations_hint')}
                  many
                  options={situations}
                />
              </div>
            </details>
          )}
          <Button look="primary" wide>
            {say('triage.to_plan')}
          </Button>
        </Form>
      )}
      <Marked pieces={verdict.pieces} speaker={verdict.speaker} />
    </PublicLayout>
  );
}

function Causes({ verdict }: { verdict: VerdictView }) {
  const say = useText();
  return (
    <section class="grid gap-3">
      <h2>{say('triage.causes')}</h2>
      <p>{verdict.told}</p>
      <ol class="grid gap-4">
        {verdict.causes.map(({ code, name, feels, decides, lifts }) => (
          <li key={code} class="border-t border-line pt-3">
            <h3>{name}</h3>
            <p class="soft">{feels}</p>
            <p>
              {say('triage.who')}: {decides}。{lifts}
            </p>
          </li>
        ))}
      </ol>
      <p class="soft">{say('triage.causes_note')}</p>
      {verdict.off && (
        <>
          <h2>{say('triage.off')}</h2>
          <p>{verdict.status}</p>
          <MeasureGrid states={verdict.off} />
        </>
      )}
      {verdict.deadlines.length > 0 && (
        <p>
          <b>{say('triage.deadlines')}</b> {verdict.deadlines.join('、')}
        </p>
      )}
    </section>
  );
}

/** The message with the words that counted, each with what it says for whoever cannot see the colour. */
function Marked({ pieces, speaker }: { pieces: readonly Piece[]; speaker: string | null }) {
  const say = useText();
  return (
    <section>
      <h2>{say('triage.marked')}</h2>
      {speaker && (
        <p class="soft">
          {say('triage.speaker')} {speaker}
        </p>
      )}
      <blockquote class="border-l-4 border-line pl-4 mt-2 break-words">
        {pieces.map((piece, at) =>
          piece.says ? (
            <mark key={at} class={piece.bad ? 'mark mark-bad' : 'mark'} title={piece.says}>
              {piece.text}
              <span class="sr-only">（{piece.says}）</span>
            </mark>
          ) : (
            piece.text
          ),
        )}
      </blockquote>
    </section>
  );
}
