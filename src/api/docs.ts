import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

const DESCRIPTION = `清标：手机号被标记，讲清原因，给出出路，直到服务真正恢复。

- 令牌放在 \`Authorization: Bearer …\`；谁能做什么由身份和与号码的关系决定，能做的事列在每个答复的 \`actions\` 里。
- 写入可带 \`Idempotency-Key\`：同一个键重发，只做一次，答复相同；换了内容则拒绝（409 \`request.key_reused\`）。
- 错误是 RFC 9457 的 problem，\`code\` 稳定不变；\`Accept-Language: en\` 得到英文。
- 调用太频繁时答复 429 \`request.too_many_calls\`，\`Retry-After\` 说明多少秒后再来。
- 没有声明的查询参数会被拒绝（422 \`request.unknown_parameter\`），不会悄悄忽略。
- 手机号只放在请求正文里，绝不放在网址里。

Every flag comes with its reason, its way out and a clock, and is not over until service is back. Send a bearer token; what you may do now stands in \`actions\` of each reply. Writes take \`Idempotency-Key\`. Errors are RFC 9457 problems with a stable \`code\`, in Chinese or, by \`Accept-Language: en\`, in English. A query parameter that is not declared is refused, not ignored. Too many calls are answered with 429 and \`Retry-After\`. Digits of a number stand in bodies only.`;

/** OpenAPI 3.1 at `/openapi.json`, made from the schemas that check and trim, and a page to read it at `/docs`. */
export async function addDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '清标 Qingbiao API', version: '1', description: DESCRIPTION, license: { name: 'Apache-2.0' } },
      servers: [{ url: '/' }],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    // Without the closing slash the page would look for its parts beside itself.
    indexPrefix: '/api',
    // Its own scripts and styles alone; it draws signs of its own as data.
    staticCSP:
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    uiConfig: { docExpansion: 'list', deepLinking: true, tryItOutEnabled: false },
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
