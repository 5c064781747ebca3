import type { FastifyInstance } from 'fastify';
import { knowledge } from '../../../knowledge/index.ts';
import { letterBook } from '../../../knowledge/letters/index.ts';
import { triage } from '../../../knowledge/triage/index.ts';
import type { AppContext } from '../../app/context.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { paths } from '../paths.ts';
import { listGuides, searchGuides, viewGuide } from '../present/guides.ts';
import { listLetterGuides, viewLetterGuide } from '../present/letter-guides.ts';
import type { Web } from '../render.ts';
import { show } from '../visit.ts';

type ByGuide = { Params: { kind: string; id: string } };

const LONGEST_QUESTION = 200;
/** Pages besides the guides that anybody may find. */
const FOUND: readonly string[] = [paths.home, paths.guides, paths.clocks, paths.reminders, paths.letters];

/** What is known, as pages for everybody: searchable, printable, and found by machines. */
export function addGuideRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  const { publicUrl } = ctx.config;
  const share = (path: string, data: object) => ({ url: publicUrl + path, image: `${publicUrl}/share.png`, data });

  app.get(paths.guides, async (request, reply) => {
    const { locale } = request.visit;
    const { q } = request.query as { q?: string };
    const asked = (q ?? '').trim().slice(0, LONGEST_QUESTION);
    const letters = listLetterGuides(locale, letterBook);
    const guides =
      asked === ''
        ? [...listGuides(locale, knowledge), ...letters]
        : searchGuides(locale, knowledge, triage, asked, letters);
    const data = {
      '@context': 'https://schema.org',
      '@type': 'CollectionPage',
      inLanguage: locale,
      url: publicUrl + paths.guides,
    };
    return show(web, request, reply, 'guides', { asked, guides, share: share(paths.guides, data) });
  });

  app.get<ByGuide>(paths.guide(':kind', ':id'), async (request, reply) => {
    const { kind, id } = request.params;
    const { locale } = request.visit;
    const guide =
      kind === 'letter' ? viewLetterGuide(locale, letterBook, knowledge, id) : viewGuide(locale, knowledge, kind, id);
    if (!guide) throw new RefusalError(refusal('access.not_found'));
    const steps = guide.sections.flatMap((section) => ('steps' in section ? section.steps : []));
    const data = {
      '@context': 'https://schema.org',
      '@type': steps.length > 0 ? 'HowTo' : 'Article',
      name: guide.title,
      headline: guide.title,
      description: guide.summary,
      inLanguage: locale,
      dateModified: guide.checked,
      ...(steps.length > 0
        ? { step: steps.map(({ title, why }) => ({ '@type': 'HowToStep', name: title, text: why })) }
        : {}),
    };
    return show(web, request, reply, 'guide', { guide, share: share(paths.guide(kind, id), data) });
  });

  app.get('/sitemap.xml', async (_request, reply) => {
    const guides = [...listGuides('zh-CN', knowledge), ...listLetterGuides('zh-CN', letterBook)];
    const pages = [...FOUND, ...guides.map(({ href }) => href)];
    const urls = pages.map((path) => `<url><loc>${publicUrl}${path}</loc></url>`).join('');
    return reply
      .type('application/xml; charset=utf-8')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`,
      );
  });

  app.get('/robots.txt', async (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(`User-agent: *\nDisallow: /mine\nDisallow: /cases\nDisallow: /desk\nSitemap: ${publicUrl}/sitemap.xml\n`),
  );
}
