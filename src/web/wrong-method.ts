import type { FastifyInstance } from 'fastify';

/** Which methods an address of a page takes: none where there is no such page. For routes added afterwards. */
export function watchMethods(app: FastifyInstance): (path: string) => string[] {
  const shapes: { readonly methods: readonly string[]; readonly shape: RegExp }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    if (url.includes('*')) return;
    const parts = url.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : RegExp.escape(part)));
    shapes.push({ methods: [method].flat(), shape: new RegExp(`^${parts.join('/')}$`) });
  });
  return (path) => [...new Set(shapes.filter(({ shape }) => shape.test(path)).flatMap(({ methods }) => methods))];
}
