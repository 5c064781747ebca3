import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { Empty } from '../pieces/empty.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import type { Option } from '../pieces/field.tsx';
import { SelectField } from '../pieces/field.tsx';
import { FileDrop } from '../pieces/file-drop.tsx';
import { Form } from '../pieces/form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { usePage, useText } from '../pieces/page.ts';
import { Pager, Table } from '../pieces/table.tsx';
import { faultsOf } from './account-forms.tsx';
import { DeskFrame } from './desk-frame.tsx';

type ImportCells = Readonly<Record<'file' | 'status' | 'rows' | 'refused' | 'when' | 'by', string>>;
export type DeskImportsProps = {
  readonly carrier: string;
  readonly rows: readonly { readonly id: string; readonly cells: ImportCells }[];
  readonly next: string | null;
  readonly maySend: boolean;
  readonly done: string | null;
};

/** Files of facts that this carrier sent, newest first. */
export function DeskImportsPage({ carrier, rows, next, maySend, done }: DeskImportsProps) {
  const { query } = usePage();
  const say = useText();
  const columns = (['file', 'status', 'rows', 'refused', 'when', 'by'] as const).map((key) => ({
    key,
    label: say(`imports.col.${key}`),
    main: key === 'file',
    numeric: key === 'rows' || key === 'refused',
  }));
  return (
    <DeskFrame title={say('imports.title')} carrier={carrier} hint={say('imports.hint')} done={done}>
      {maySend && (
        <p>
          <LinkButton look="primary" icon="upload" href={paths.deskImportNew}>
            {say('imports.send')}
          </LinkButton>
        </p>
      )}
      {rows.length === 0 && <Empty title={say('imports.title')} body={say('imports.none')} />}
      {rows.length > 0 && (
        <Table
          caption={say('imports.title')}
          columns={columns}
          rows={rows.map(({ id, cells }) => ({ id, href: paths.deskImport(id), cells }))}
        />
      )}
      {(next || query.cursor) && <Pager next={next ?? undefined} begun={query.cursor !== undefined} />}
    </DeskFrame>
  );
}

export type ImportFault = {
  readonly code: string;
  readonly rows: string;
  readonly words: string;
  readonly examples: readonly { readonly row: string; readonly id: string | null; readonly words: string | null }[];
};
export type DeskImportProps = {
  readonly carrier: string;
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly status: string;
  readonly under: boolean;
  /** Of the file's bytes, in percent; null while it is being received. */
  readonly part: number | null;
  readonly progress: string | null;
  readonly pace: readonly string[];
  readonly counts: readonly { readonly verdict: string; readonly label: string; readonly count: string }[];
  readonly stopped: { readonly title: string; readonly words: string } | null;
  readonly faults: readonly ImportFault[];
  readonly acts: readonly ('pause' | 'resume' | 'cancel')[];
  readonly downloads: boolean;
  readonly done: string | null;
};

const RENEWS_S = 3;

/** One file: how far it is, what became of its rows, and what was refused and why. */
export function DeskImportPage(props: DeskImportProps) {
  const { carrier, id, title, from, status, under, part, progress, pace, counts, stopped, faults, acts, done } = props;
  const say = useText();
  return (
    <DeskFrame title={title} carrier={carrier} done={done} renews={under ? RENEWS_S : undefined}>
      <p>
        <a href={paths.deskImports}>{say('imports.back')}</a>
      </p>
      <p class="soft num">{from}</p>
      <div class="grid gap-4 max-w-4xl">
        {stopped && (
          <Notice tone="danger" title={stopped.title}>
            {stopped.words}
          </Notice>
        )}
        <Card title={status}>
          {part !== null && (
            <progress class="import-progress" max={100} value={part} aria-label={say('imports.progress_label')} />
          )}
          {progress && (
            <p class="num" data-said>
              {progress}
            </p>
          )}
          {pace.length > 0 && <p class="soft num">{pace.join(' · ')}</p>}
          <dl class="import-counts">
            {counts.map(({ verdict, label, count }) => (
              <div key={verdict}>
                <dt>{label}</dt>
                <dd class="num">{count}</dd>
              </div>
            ))}
          </dl>
          <p class="soft">{say('imports.counted')}</p>
          {under && <p class="soft">{say('imports.refreshes')}</p>}
          {acts.length > 0 && (
            <div class="import-acts">
              {acts.map((act) => (
                <Form key={act} action={paths.deskImportAct(id, act)}>
                  <Button look={act === 'resume' ? 'primary' : act === 'cancel' ? 'danger' : 'secondary'}>
                    {say(`imports.act.${act}`)}
                  </Button>
                </Form>
              ))}
              <p class="soft">{say('imports.cancel_hint')}</p>
            </div>
          )}
        </Card>
        <Faults faults={faults} />
        {props.downloads && <Downloads id={id} />}
      </div>
    </DeskFrame>
  );
}

function Faults({ faults }: Pick<DeskImportProps, 'faults'>) {
  const say = useText();
  return (
    <Card title={say('imports.faults')}>
      <p class="soft">{say(faults.length === 0 ? 'imports.no_faults' : 'imports.row_hint')}</p>
      {faults.map(({ code, rows, words, examples }) => (
        <section key={code} class="import-fault">
          <h3>
            <span>{words}</span> <span class="soft num">{rows}</span>
          </h3>
          <ul>
            {examples.map((one) => (
              <li key={one.row}>
                <span class="num">{one.row}</span>
                {one.id && <code>{one.id}</code>}
                {one.words && <span>{one.words}</span>}
              </li>
            ))}
          </ul>
          <p class="soft">
            <code>{code}</code>
          </p>
        </section>
      ))}
    </Card>
  );
}

function Downloads({ id }: { readonly id: string }) {
  const say = useText();
  return (
    <Card title={say('imports.download')}>
      <ul>
        <li>
          <a href={paths.deskImportVerdicts(id, 'csv')}>{say('imports.download_csv')}</a>
        </li>
        <li>
          <a href={paths.deskImportVerdicts(id, 'ndjson')}>{say('imports.download_ndjson')}</a>
        </li>
        <li>
          <a href={`${paths.deskImportVerdicts(id, 'csv')}?verdict=refused`}>{say('imports.download_refused')}</a>
        </li>
      </ul>
    </Card>
  );
}

export type DeskImportNewProps = {
  readonly carrier: string;
  readonly systems: readonly Option[];
  readonly base: readonly string[];
  readonly kinds: readonly { readonly kind: string; readonly label: string; readonly columns: readonly string[] }[];
  readonly mostBytes: number;
  readonly form: FormState;
};

/** Sending a file: whose facts, the file, and how it is written. */
export function DeskImportNewPage({ carrier, systems, base, kinds, mostBytes, form }: DeskImportNewProps) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <DeskFrame title={say('imports.new.title')} carrier={carrier}>
      <ErrorSummary errors={faultsOf(form)} file />
      <p>
        <a href={paths.deskImports}>{say('imports.back')}</a>
      </p>
      <div class="grid gap-4 max-w-4xl">
        <Card title={say('imports.send')}>
          <Form action={paths.deskImportNew} files>
            <SelectField
              id="system_id"
              label={say('imports.new.system')}
              hint={say('imports.new.system_hint')}
              options={systems}
              value={typed.system_id}
              error={errors.system_id}
            />
            <FileDrop
              id="file"
              label={say('imports.new.file')}
              hint={say('imports.new.file_hint')}
              error={errors.file}
              maxBytes={mostBytes}
              accept=".csv,.ndjson,.jsonl,.gz,text/csv,application/x-ndjson,application/gzip"
              typeNames="CSV、NDJSON、gzip"
            />
            <Button look="primary" icon="upload">
              {say('imports.new.submit')}
            </Button>
          </Form>
        </Card>
        <Card title={say('imports.format.title')}>
          <p>{say('imports.format.intro')}</p>
          <p>
            <a href={paths.deskImportSample('csv')}>{say('imports.format.sample_csv')}</a>
            {' · '}
            <a href={paths.deskImportSample('ndjson')}>{say('imports.format.sample_ndjson')}</a>
          </p>
          <Table
            caption={say('imports.format.title')}
            columns={[
              { key: 'kind', label: say('imports.format.kind'), main: true },
              { key: 'columns', label: say('imports.format.columns') },
            ]}
            rows={[
              { id: 'every', cells: { kind: say('imports.format.every'), columns: base.join(', ') } },
              ...kinds.map(({ kind, label, columns }) => ({
                id: kind,
                cells: { kind: `${label} ${kind}`, columns: columns.join(', ') || '—' },
              })),
            ]}
          />
        </Card>
      </div>
    </DeskFrame>
  );
}
