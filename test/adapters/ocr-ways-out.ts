import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';

/** Which ways out of a process are open: reading a folder of data, writing to it, starting a program, speaking to a port. */
export async function waysOut({ folder, port }: { folder: string; port: number }): Promise<string[]> {
  const ways: Record<string, () => unknown> = {
    read: () => readdirSync(folder),
    write: () => writeFileSync(`${folder}/kept`, 'picture'),
    program: () => {
      const { error } = spawnSync('/bin/true');
      if (error) throw error;
    },
    network: () => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(void socket.destroy())).once('error', reject);
      return promise;
    },
  };
  const open: string[] = [];
  for (const [name, act] of Object.entries(ways)) {
    const passed = await Promise.try(act).then(
      () => true,
      () => false,
    );
    if (passed) open.push(name);
  }
  return open;
}
