import { RefusalError, refusal } from '../../domain/refusal.ts';
import { keepMasterKey } from '../../platform/master-key.ts';
import type { MasterKeyName } from '../../store/root-key.ts';
import type { AppContext } from '../context.ts';

/** What became of a change: done, or which key every server must be given before the old one can be shut out. */
export type ChangedMasterKey = { readonly masterId: string; readonly before: string; readonly done: boolean };

/** The master keys that open this installation, oldest first. */
export function listMasterKeys(ctx: AppContext): Promise<MasterKeyName[]> {
  return ctx.masterKeys.list();
}

/**
 * Lets a new master key in. Where the key is kept in the data folder, it is made, kept and the old one shut out, in this order:
 * broken off anywhere, the key in the folder opens the database. Where it is configured, the new one must be given.
 */
export async function changeMasterKey(ctx: AppContext): Promise<ChangedMasterKey> {
  const before = (await ctx.masterKeys.list()).find(({ inUse }) => inUse)?.masterId ?? '';
  const { config } = ctx;
  if (config.masterKey !== null) {
    if (config.newMasterKey === null) throw new RefusalError(refusal('master_key.new_missing'));
    return { masterId: await ctx.masterKeys.add(config.newMasterKey, ctx.clock.now()), before, done: false };
  }
  const made = ctx.random(32);
  const masterId = await ctx.masterKeys.add(made, ctx.clock.now());
  keepMasterKey(config, made);
  await ctx.masterKeys.drop(before);
  return { masterId, before, done: true };
}

/** Shuts a master key out for good. The one this process was started with stays: nothing would open the database any more. */
export async function dropMasterKey(ctx: AppContext, masterId: string): Promise<void> {
  const found = (await ctx.masterKeys.list()).find((one) => one.masterId === masterId);
  if (!found) throw new RefusalError(refusal('master_key.unknown', { master_id: masterId }));
  if (found.inUse) throw new RefusalError(refusal('master_key.in_use', { master_id: masterId }));
  await ctx.masterKeys.drop(masterId);
}
