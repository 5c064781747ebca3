import { createHttp } from '../src/main/http.ts';
import { paths } from '../src/web/paths.ts';
import { openWeb, type Web } from '../src/web/render.ts';
import { visitCookieName } from '../src/web/visit-cookie.ts';
import { median, type Run } from './figures.ts';
import { makeCases } from './numbers.ts';
import type { BenchProduct } from './product.ts';

/** What one page may take. */
const LIMIT_MS = 15;
const TIMES = 200;
const ROWS = 50;

/** The queue with a full page of rows and a case, from what is known to the whole document; the slower of the two counts. */
export async function benchRender({ ctx, tokens }: BenchProduct, rounds: number): Promise<Run[]> {
  const [caseId = ''] = await makeCases(ctx, ROWS);
  const renders: number[] = [];
  const http = await createHttp(ctx, timed(await openWeb(), renders));
  const show = async (url: string) => {
    renders.length = 0;
    for (let turn = 0; turn < TIMES; turn += 1) {
      const { statusCode, body } = await http.inject({ url, cookies: { [visitCookieName(ctx.config)]: tokens.agent } });
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
      if (url === paths.desk && rowsIn(body) < ROWS) throw new Error(`the queue shows ${rowsIn(body)} rows`);
    }
    return median(renders);
  };
  try {
    const runs: Run[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const [queue, one] = [await show(paths.desk), await show(paths.deskCase(caseId))];
      runs.push({ ours: Math.max(queue, one), reference: LIMIT_MS });
    }
    return runs;
  } finally {
    await http.close();
  }
}

function timed(web: Web, renders: number[]): Web {
  return {
    ...web,
    render: (...page) => {
      const begun = performance.now();
      const html = web.render(...page);
      renders.push(performance.now() - begun);
      return html;
    },
  };
}

function rowsIn(html: string): number {
  return html.split('<tbody')[1]?.split('<tr').length ?? 0;
}
