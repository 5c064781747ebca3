import type { CarrierBook } from '../domain/journal/draft.ts';
import type { Queryable } from '../platform/pool.ts';
import { statement } from '../platform/statement.ts';

export type Carrier = {
  readonly carrierId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** ISO 3166-2. */
  readonly province: string;
  readonly systems: CarrierBook['systems'];
  readonly connected: boolean;
};

const COLUMNS = `carrier_id as "carrierId", name_zh as "nameZh", name_en as "nameEn", province, systems, connected`;

const FIND = statement('carriers_find', `select ${COLUMNS} from carriers where carrier_id = $1`);

export async function findCarrier(db: Queryable, carrierId: string): Promise<Carrier | null> {
  return (await db.query<Carrier>(FIND(carrierId))).rows[0] ?? null;
}

export async function listCarriers(db: Queryable): Promise<Carrier[]> {
  return (await db.query<Carrier>(`select ${COLUMNS} from carriers order by carrier_id`)).rows;
}

export async function saveCarrier(db: Queryable, carrier: Carrier): Promise<void> {
  const { carrierId, nameZh, nameEn, province, systems, connected } = carrier;
  await db.query(
    `insert into carriers (carrier_id, name_zh, name_en, province, systems, connected) values ($1, $2, $3, $4, $5, $6)
    on conflict (carrier_id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
      province = excluded.province, systems = excluded.systems, connected = excluded.connected`,
    [carrierId, nameZh, nameEn, province, JSON.stringify(systems), connected],
  );
}
