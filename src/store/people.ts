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
    `insert into people (person_id, name_sealed, email_sealed, sms_digits_sealed, created_at, name_index)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (person_id) do update set name_sealed = excluded.name_sealed, email_sealed = excluded.email_sealed,
      sms_digits_sealed = excluded.sms_digits_sealed, name_index = excluded.name_index`,
    [
      personId,
      seal('name', name),
      email && seal('email', email),
      smsDigits && seal('sms_digits', smsDigits),
      now,
      nameIndex(sealer, name),
    ],
  );
}

/** People of exactly this name, however it was spaced or cased. */
export async function findPeopleByName(db: Queryable, sealer: Sealer, name: string, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ personId: string }>(
    'select person_id as "personId" from people where name_index = $1 order by person_id limit $2',
    [nameIndex(sealer, name), limit],
  );
  return rows.map(({ personId }) => personId);
}

/** Gives people who were kept before there was an index their own; answers how many. */
export async function indexNames(db: Queryable, sealer: Sealer, limit: number): Promise<number> {
  const { rows } = await db.query<{ personId: string; name: Buffer }>(
    'select person_id as "personId", name_sealed as name from people where name_index is null limit $1',
    [limit],
  );
  for (const { personId, name } of rows) {
    const opened = sealer.open('person', place(personId, 'name'), name).toString();
    await db.query('update people set name_index = $2 where person_id = $1 and name_index is null', [
      personId,
      nameIndex(sealer, opened),
    ]);
  }
  return rows.length;
}

function nameIndex(sealer: Sealer, name: string): Buffer {
  const spelt = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•．.]/g, '');
  return sealer.blindIndex(`name ${spelt}`);
}

function place(personId: string, field: string): string {
  return `${personId}/${field}`;
}
