import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Settings } from 'typebox/system';
import { Value } from 'typebox/value';
import { RefusalError, refusal } from '../domain/refusal.ts';
import { findUnstorable } from '../domain/storable-text.ts';

/** Enough to tell every branch of our widest choice of shapes, and an end to what a hostile body can cost. */
Settings.Set({ maxErrors: 64 });

/** What checks an input: its value as it is to be used, or the mistakes. */
export type Check = (given: unknown) => { readonly value: unknown } | { readonly error: Error };

/** A check by a schema. Bodies are taken as they are; addresses and headers are all text, so numbers are read out of it first. */
export function compileCheck(schema: TSchema, httpPart: string | undefined): Check {
  const check = Compile(schema);
  const asItIs = httpPart === 'body' || isText(schema);
  return (given) => {
    const value = asItIs ? given : Value.Default(schema, Value.Convert(schema, given));
    if (check.Check(value)) {
      const unstorable = findUnstorable(value);
      if (unstorable === null) return { value };
      return { error: new RefusalError(refusal('request.bad_text', {}, unstorable)) };
    }
    return { error: Object.assign(new Error('the input is not as declared'), { validation: check.Errors(value) }) };
  };
}

/** Nothing in it but text without defaults, so that there is nothing to read out of text. */
function isText(schema: TSchema): boolean {
  const { properties } = schema as { readonly properties?: Readonly<Record<string, TSchema>> };
  const isPlain = (one: TSchema) => 'type' in one && one.type === 'string' && !('default' in one);
  return properties !== undefined && Object.values(properties).every(isPlain);
}

export function addValidator(app: FastifyInstance): void {
  app.setValidatorCompiler<TSchema>(({ schema, httpPart }) => compileCheck(schema, httpPart));
}
