import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addStaff, inviteStaff } from '../../src/app/sign-in/staff.ts';
import type { Product } from '../support/product.ts';
import { startProduct } from '../support/product.ts';

let product: Product;
/** Browsers know no passkeys of bare addresses. */
let origin = '';
beforeAll(async () => {
  product = await startProduct();
  origin = product.url.replace('127.0.0.1', 'localhost');
});
afterAll(() => product.stop());

/** A page whose device has a fingerprint reader that always says yes, and a hand on what it does. */
async function withDevice(): Promise<{ page: Page; refuse(): Promise<void> }> {
  const first = await product.signedIn('lin-xiaoyu');
  const page = await first.context().newPage();
  await first.close();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const refuse = async () => {
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  };
  return { page, refuse };
}

async function enterDemo(page: Page, actorId: string) {
  await page.goto(`${origin}/sign-in`);
  await page.locator(`button[name="actor_id"][value="${actorId}"]`).click();
  await page.waitForURL(`${origin}/mine`);
}

it('a person adds a passkey, signs in with it, and forgets it', async () => {
  const { page, refuse } = await withDevice();
  await enterDemo(page, 'lin-xiaoyu');
  await page.goto(`${origin}/my-sign-in`);
  await page.getByRole('button', { name: '给这台设备加通行密钥' }).click();
  await page.getByText('通行密钥加好了').waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await page.getByRole('button', { name: '给这台设备加通行密钥' }).click();
  await page.getByText('没有完成').waitFor();

  await page.context().clearCookies();
  await page.goto(`${origin}/sign-in?next=/mine/inbox`);
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await page.waitForURL(`${origin}/mine/inbox`);
  const { rows } = await product.database.app.query('select sign_count, last_used_at from passkeys');
  expect(rows).toEqual([expect.objectContaining({ last_used_at: expect.any(String) })]);

  await page.context().clearCookies();
  await refuse();
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await page.getByText('没有完成').waitFor();
  expect(page.url()).toBe(`${origin}/sign-in`);

  await enterDemo(page, 'lin-xiaoyu');
  await page.goto(`${origin}/my-sign-in`);
  await page.getByRole('button', { name: '删掉' }).click();
  await page.getByText('通行密钥删掉了').waitFor();
  await page.context().close();
});

it('a reviewer who was invited makes a passkey and comes to the desk; the link is used up', async () => {
  await addStaff(product.ctx, {
    id: 'tan-mei',
    role: 'reviewer',
    carrierId: 'qinghe',
    authorityId: null,
    name: '谭梅',
    locale: 'zh-CN',
  });
  const link = new URL(await inviteStaff(product.ctx, 'tan-mei')).pathname;
  const { page } = await withDevice();
  await page.context().clearCookies();
  await page.goto(`${origin}${link}`);
  await page.getByRole('button', { name: '设置通行密钥' }).click();
  await page.waitForURL(`${origin}/desk`);
  await page.context().clearCookies();
  await page.goto(`${origin}${link}`);
  await page.getByText('这个链接已经用过').waitFor();
  await page.goto(`${origin}/sign-in/staff`);
  await page.getByRole('button', { name: '用通行密钥登录' }).click();
  await page.waitForURL(`${origin}/desk`);
  await page.context().close();
});

it('under a bare address the page says where passkeys work', async () => {
  const page = await product.signedIn('lin-xiaoyu');
  await page.goto(`${product.url}/my-sign-in`);
  await page.getByText(`通行密钥要在 ${origin} 打开才能用`).waitFor();
  await page.context().close();
});

it('without script the other ways stand alone', async () => {
  const page = await product.signedIn('lin-xiaoyu');
  const bare = await page.context().browser()?.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
  const still = await bare?.newPage();
  await still?.goto(`${product.url}/sign-in`);
  expect(await still?.getByRole('button', { name: '用通行密钥登录' }).isVisible()).toBe(false);
  expect(await still?.getByLabel('恢复码').isVisible()).toBe(true);
  await bare?.close();
});
