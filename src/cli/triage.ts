import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { triage } from '../../knowledge/triage/index.ts';
import type { Verdict } from '../domain/triage/verdict.ts';
import { refusalWords } from '../locales/refusal-words.ts';
import type { Invocation } from './commands.ts';

export type TriageIo = {
  readonly stdin: Readable;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
};

/** The command, on the terminal it runs in. */
export function triageText({ rest, print }: Invocation): Promise<number> {
  return runTriage(rest, { stdin: process.stdin, print, complain: (line) => void process.stderr.write(`${line}\n`) });
}

/** One text is far shorter; a longer file is no message. */
const MOST_BYTES = 4_000_000;

/**
 * `qingbiao triage [FILE|-] --json` reads one text, `--ndjson` lines of `{id, text}`. Answers the exit code: 0 when all
 * was read, 1 when a line could not be, 2 when there was nothing to read from. The fields are described in docs/triage.md.
 */
export async function runTriage(rest: readonly string[], io: TriageIo): Promise<number> {
  const flags = rest.filter((word) => word.startsWith('--'));
  const [path = '-', ...more] = rest.filter((word) => !word.startsWith('--'));
  const unknown = flags.find((flag) => !['--json', '--ndjson'].includes(flag));
  if (unknown !== undefined || more.length > 0 || flags.length > 1) {
    io.complain(`qingbiao triage [FILE|-] [--json | --ndjson]${unknown ? `: ${unknown} is not known` : ''}`);
    return 2;
  }
  const input = path === '-' ? io.stdin : createReadStream(path);
  try {
    return flags[0] === '--ndjson' ? await readLines(input, io) : await readOne(input, flags[0] === '--json', io);
  } catch (error) {
    io.complain(`${path}: ${whyUnread(error)}`);
    return 2;
  }
}

function whyUnread(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return 'no such file. A text itself comes in on standard input: echo "…" | qingbiao triage';
  return error instanceof Error ? error.message : String(error);
}

async function readOne(input: Readable, json: boolean, io: TriageIo): Promise<number> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes is no message`);
    chunks.push(piece);
  }
  const verdict = triage({ text: Buffer.concat(chunks).toString('utf8') });
  if (json) io.print(JSON.stringify(onWire(verdict)));
  else for (const line of inWords(verdict)) io.print(line);
  return 0;
}

const BAD_LINE = 'A line is a JSON object with a text: {"id": …, "text": "…"}';

/** Answers go out in the order of the lines, together for all lines that came in together. */
async function readLines(input: Readable, io: TriageIo): Promise<number> {
  let bad = 0;
  const answer = (lines: readonly string[]) => {
    const answers = lines.filter((line) => line.trim() !== '').map(parse);
    bad += answers.filter(({ text }) => text === null).length;
    if (answers.length > 0) io.print(answers.map(answerLine).join('\n'));
  };
  let rest = '';
  input.setEncoding('utf8');
  for await (const chunk of input) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MOST_BYTES) throw new Error(`a line longer than ${MOST_BYTES} characters is no message`);
    answer(lines);
  }
  answer([rest]);
  return bad > 0 ? 1 : 0;
}

function answerLine({ id, text }: Given): string {
  return JSON.stringify(text === null ? { id, error: BAD_LINE } : { id, ...onWire(triage({ text })) });
}

type Given = { readonly id: unknown; readonly text: string | null };

function parse(line: string): Given {
  try {
    const { id = null, text } = JSON.parse(line.replace(/^\ufeff/, ''));
    return { id, text: typeof text === 'string' ? text : null };
  } catch {
    return { id: null, text: null };
  }
}

/** A verdict with the names it has outside. */
export function onWire(verdict: Verdict) {
  const { ownNumber, imposedBy, ...rest } = verdict;
  return { ...rest, own_number: ownNumber, imposed_by: imposedBy };
}

/** For a terminal: the codes, one a line, with the words that say so. */
function inWords(verdict: Verdict): string[] {
  const { genuineness, grounds, causes, told, measures, status, deadlines, asks, danger, trouble } = verdict;
  if (trouble) return [refusalWords('zh-CN', { code: `triage.${trouble}` })];
  return [
    ...(danger ? [`danger       ${danger}`] : []),
    `genuineness  ${genuineness}  ${grounds.join(' ')}`,
    `own number   ${verdict.ownNumber}`,
    `causes       ${causes.map(({ cause, score }) => `${cause} ${score}`).join(', ') || '-'}  (${told})`,
    `off          ${measures.join(' ') || '-'}  (${status})`,
    `deadlines    ${deadlines.map(({ text, iso }) => `${text} ${iso ?? ''}`.trim()).join(', ') || '-'}`,
    `asks         ${asks.join(' ') || '-'}`,
  ];
}
