import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import type { Sealer } from './seal.ts';

export type Person = {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  /** E.164 of the phone that text messages go to. */
  readonly smsDigits: string | null;
};

type PersonRow = { readonly name: Buffer; readonly email: Buffer | null; readonly sms: Buffer | null };

export async function findPerson(db: Queryable, sealer: Sealer, personId: string): Promise<Person | null> {
  const { rows } = await db.query<PersonRow>(
    'select name_sealed as name, email_sealed as email, sms_digits_sealed as sms from people where person_id = $1',
    [personId],
  );
  const row = rows[0];
  if (!row) return null;
  const open = (field: string, sealed: Buffer) => sealer.open('person', place(personId, field), sealed).toString();
  return {
    personId,
    name: open('name', row.name),
    email: row.email && open('email', row.email),
    smsDigits: row.sms && open('sms_digits', row.sms),
  };
}

export async function savePerson(db: Queryable, sealer: Sealer, person: Person, now: Instant): Promise<void> {
  const { personId, name, email, smsDigits } = person;
  const seal = (field: string, text: string) => sealer.seal('person', place(personId, field), Buffer.from(text));
  await db.query(
    `insert into people (person_id, name_sealed, email_sealed, sms_digits_sealed, created_at) values ($1, $2, $3, $4, $5)
    on conflict (person_id) do update set name_sealed = excluded.name_sealed, email_sealed = excluded.email_sealed,
      sms_digits_sealed = excluded.sms_digits_sealed`,
    [personId, seal('name', name), email && seal('email', email), smsDigits && seal('sms_digits', smsDigits), now],
  );
}

function place(personId: string, field: string): string {
  return `${personId}/${field}`;
}
