import type { Static, TObject, TProperties, TSchema } from 'typebox';
import { Type } from 'typebox';

/** The same schema, or null. Written as a list of types, which serialises faster than a choice of schemas. */
export function nullable<S extends TSchema>(schema: S) {
  return Type.Unsafe<Static<S> | null>({ ...schema, type: [(schema as unknown as { type: string }).type, 'null'] });
}

/** One of these words. */
export function choice<const Words extends readonly string[]>(words: Words, description?: string) {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: [...words], ...(description ? { description } : {}) });
}

/** An object that takes no other fields: a misspelt one is told, not dropped. */
export function input<Fields extends TProperties>(fields: Fields, examples?: readonly unknown[]): TObject<Fields> {
  return Type.Object(fields, { additionalProperties: false, ...(examples ? { examples: [...examples] } : {}) });
}

export const Id = Type.String({ maxLength: 80 });
export const Text = Type.String();
export const Moment = Type.String({ description: 'RFC 3339 with offset', examples: ['2026-11-23T04:12:01.123Z'] });
export const MomentInput = Type.String({ format: 'date-time', maxLength: 40, examples: ['2026-11-23T12:12:01+08:00'] });
export const DateText = Type.String({ description: 'A day in Asia/Shanghai', examples: ['2026-11-23'] });
/** A day that a bill can have; in other centuries it is a slip of the hand. */
export const DateInput = Type.String({ format: 'date', pattern: '^(?:19[7-9]|2[01][0-9])', examples: ['2026-11-23'] });
export const Fen = Type.Integer({ minimum: 0, maximum: 9_000_000_000_000, description: 'Money in fen' });
export const Words = Type.String({ minLength: 1, maxLength: 4000 });
export const Code = Type.String({ minLength: 1, maxLength: 80 });
export const MobileInput = Type.String({
  minLength: 1,
  maxLength: 32,
  description: 'A mainland mobile number; never put into an address.',
  examples: ['+8615400000001'],
});

export const Action = Type.Object(
  { act: Type.String(), method: choice(['GET', 'POST', 'DELETE']), href: Type.String() },
  { title: 'Action', description: 'Open to you now; exactly what the server accepts.' },
);
export const Actions = Type.Array(Action);

export const ActorName = Type.Object({ id: Id, role: Type.String() }, { title: 'ActorName' });

/** What an entry keeps of a body that takes on complaints. */
export const AuthorityFields = {
  authority_id: Id,
  kind: Type.String({ description: 'telecom_regulator, ministry_centre or consumer_association' }),
  province: nullable(Type.String({ description: 'ISO 3166-2; null for the whole country' })),
};

/** A page of a list. */
export function page<S extends TSchema>(item: S) {
  return Type.Object({
    items: Type.Array(item),
    next: nullable(Type.String({ description: 'Send as `cursor` for the next page' })),
  });
}

export const PageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
};

export const CaseParams = Type.Object({ case_id: Id });
export const FlagParams = Type.Object({ flag_id: Id });
export const LiftParams = Type.Object({ lift_id: Id });
export const NumberParams = Type.Object({ number_id: Type.String({ pattern: '^[0-9]{1,19}$', maxLength: 19 }) });
