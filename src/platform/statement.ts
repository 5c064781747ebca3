import type { QueryConfig } from 'pg';

const texts = new Map<string, string>();

/** A named statement: the server parses and plans it once per connection. One name stands for one text. */
export function statement(name: string, text: string): (...values: unknown[]) => QueryConfig {
  const known = texts.get(name);
  if (known !== undefined && known !== text) throw new Error(`two statements are named ${name}`);
  if (Buffer.byteLength(name) > 63) throw new Error(`PostgreSQL would cut the statement name ${name}`);
  texts.set(name, text);
  return (...values) => ({ name, text, values });
}
