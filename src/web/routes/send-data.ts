import type { FastifyReply } from 'fastify';

/** Sends figures as a file to keep: CSV or JSON, as its name says. */
export function sendData(reply: FastifyReply, name: string, body: string): FastifyReply {
  const type = name.endsWith('.csv') ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
  return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(body);
}
