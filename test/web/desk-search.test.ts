import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { Lives } from '../support/lives.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const AT = '/desk/search';

describe('the search page of a desk', () => {
  it('finds masked, and shows whole what is asked for', async () => {
    const { mobile, numberId } = await lives.line('lin-xiaoyu');
    const { reference } = await lives.appealed(await lives.suspected(mobile));
    const agent = await pages.signedIn('zhou-min');
    const hidden = await agent.hiddenOf(AT, AT);
    const found = await agent.post(AT, { ...hidden, text: mobile, purpose: 'caller' });
    expect(found.statusCode).toBe(200);
    expect(wordsOf(found.body)).toContain(reference);
    expect(wordsOf(found.body)).not.toContain('lin-xiaoyu');
    const shown = await agent.post(AT, { ...hidden, text: mobile, purpose: 'caller', unmask: numberId });
    expect(wordsOf(shown.body)).toContain('名 lin-xiaoyu');
    expect(wordsOf(shown.body).replaceAll(' ', '')).toContain(mobile.slice(3));
  });

  it('brings back what was typed with what is wrong, and says when there is nothing', async () => {
    const agent = await pages.signedIn('zhou-min');
    const hidden = await agent.hiddenOf(AT, AT);
    const short = await agent.post(AT, { ...hidden, text: '154000', purpose: 'complaint' });
    expect(short.statusCode).toBe(422);
    expect(short.body).toContain('value="154000"');
    const unsaid = await agent.post(AT, { ...hidden, text: '15400000099' });
    expect([unsaid.statusCode, wordsOf(unsaid.body)]).toEqual([422, expect.stringContaining('请选为什么查')]);
    expect(unsaid.body).toContain('href="#purpose"');
    const none = await agent.post(AT, { ...hidden, text: '没有这个人', purpose: 'complaint' });
    expect(wordsOf(none.body)).toContain('没有查到');
  });
});
