import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { Empty } from '../pieces/empty.tsx';
import { Form } from '../pieces/form.tsx';
import { useText } from '../pieces/page.ts';
import { Pager } from '../pieces/table.tsx';
import { AuthorityFrame } from './authority-frame.tsx';

export type ReportsPageProps = {
  body: string;
  reports: readonly {
    id: string;
    title: string;
    at: string;
    lines: readonly string[];
    policyHref: string;
    /** Null once somebody of the body has seen it. */
    readAction: string | null;
  }[];
  next: string | null;
  begun: boolean;
  formKey: string;
};

/** What a body is told of rules that flagged wrongly: figures, and nothing of any person. */
export function ReportsPage({ body, reports, next, begun, formKey }: ReportsPageProps) {
  const say = useText();
  return (
    <AuthorityFrame title={say('report.title')} body={body} hint={say('report.hint')}>
      {reports.length === 0 && <Empty title={say('report.empty')} />}
      <div class="report-list">
        {reports.map(({ id, title, at, lines, policyHref, readAction }) => (
          <Card key={id} title={title} aside={<span class="soft num">{at}</span>}>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <p>
              <a href={policyHref}>{say('report.policy_link')}</a>
            </p>
            {readAction ? (
              <Form action={readAction} class="inline-form" idempotencyKey={`${formKey}-${id}`}>
                <Button>{say('report.read')}</Button>
              </Form>
            ) : (
              <p class="soft">{say('report.was_read')}</p>
            )}
          </Card>
        ))}
      </div>
      {(next || begun) && <Pager next={next ?? undefined} begun={begun} />}
    </AuthorityFrame>
  );
}
