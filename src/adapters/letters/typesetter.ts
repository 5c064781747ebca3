import { Worker } from 'node:worker_threads';

/** The pages that can be set: a letter, and a sheet of an escalation file. */
export type PageKind = 'letter' | 'dossier';
/** `content` is what the page shows, as JSON. */
export type SettingAsked = { readonly id: number; readonly page: PageKind; readonly content: string };
export type Setting =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly failure: string };

type Waiting = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (error: Error) => void };
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting>; asked: number };

let running: Thread | null = null;

/** Sets a page in a thread of its own, so that a long letter keeps nobody else waiting. The first one starts it. */
export function setInType(content: string, page: PageKind = 'letter'): Promise<Uint8Array> {
  running ??= start();
  const thread = running;
  thread.asked += 1;
  const id = thread.asked;
  return new Promise((resolve, reject) => {
    thread.waiting.set(id, { resolve, reject });
    thread.worker.ref();
    thread.worker.postMessage({ id, page, content } satisfies SettingAsked);
  });
}

function start(): Thread {
  const worker = new Worker(new URL('./typst-thread.ts', import.meta.url));
  const thread: Thread = { worker, waiting: new Map(), asked: 0 };
  worker.unref();
  worker.on('message', (setting: Setting) => {
    const waiting = thread.waiting.get(setting.id);
    thread.waiting.delete(setting.id);
    if (thread.waiting.size === 0) worker.unref();
    if ('pdf' in setting) waiting?.resolve(setting.pdf);
    else waiting?.reject(new Error(setting.failure));
  });
  const gone = (why: string) => {
    if (running === thread) running = null;
    for (const { reject } of thread.waiting.values()) reject(new Error(`the typesetter stopped: ${why}`));
    thread.waiting.clear();
  };
  worker.on('error', (error) => gone(String(error)));
  worker.on('exit', (code) => gone(`exit ${code}`));
  return thread;
}
