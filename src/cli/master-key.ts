import { changeMasterKey, dropMasterKey, listMasterKeys } from '../app/master-key/change-master-key.ts';
import type { CliCommand } from './commands.ts';
import { answer, ask } from './people.ts';

/** The key under all keys: changed without touching what is sealed, and without a moment in which nothing opens it. */
export const MASTER_KEY_COMMANDS: readonly CliCommand[] = [
  {
    words: ['master-key', 'list'],
    takes: '',
    does: 'the master keys that open this database, by name',
    run: async ({ open, print }) => {
      for (const { masterId, madeAt, inUse } of await listMasterKeys(await open()))
        print(`${masterId}  ${madeAt}${inUse ? '  in use 正在使用' : ''}`);
      return 0;
    },
  },
  {
    words: ['master-key', 'rotate'],
    takes: '',
    does: 'change the master key; a configured one takes the new from QINGBIAO_NEW_MASTER_KEY or …_FILE',
    run: (invocation) =>
      answer(invocation, async (ctx) => {
        const { masterId, before, done } = await changeMasterKey(ctx);
        return done
          ? `The master key is now ${masterId}; ${before} opens nothing any more. Make a new backup of the file master-key. 主密钥已更换，请重新备份。`
          : `${masterId} opens this database too. Give it to every server as QINGBIAO_MASTER_KEY, start them again, then run \`qingbiao master-key drop ${before}\`. 新主密钥已可用：请在每台服务器上换上并重新启动，再停用旧的。`;
      }),
  },
  {
    words: ['master-key', 'drop'],
    takes: 'NAME',
    does: 'shut a former master key out, once no server uses it',
    run: (invocation) =>
      ask(invocation, {}, async (ctx, masterId) => {
        await dropMasterKey(ctx, masterId);
        return `${masterId} opens nothing any more. 已停用。`;
      }),
  },
];
