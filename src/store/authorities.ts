import type { Authority } from '../domain/cases/authority.ts';
import type { Queryable } from '../platform/pool.ts';

/** A connected body with its names. */
export type KnownAuthority = Authority & { readonly nameZh: string; readonly nameEn: string };

const COLUMNS = `authority_id as "authorityId", kind, province, name_zh as "nameZh", name_en as "nameEn"`;

export async function listAuthorities(db: Queryable): Promise<KnownAuthority[]> {
  return (await db.query<KnownAuthority>(`select ${COLUMNS} from authorities order by authority_id`)).rows;
}

export async function saveAuthority(db: Queryable, authority: KnownAuthority): Promise<void> {
  const { authorityId, kind, province, nameZh, nameEn } = authority;
  await db.query(
    `insert into authorities (authority_id, kind, province, name_zh, name_en) values ($1, $2, $3, $4, $5)
    on conflict (authority_id) do update set kind = excluded.kind, province = excluded.province,
      name_zh = excluded.name_zh, name_en = excluded.name_en`,
    [authorityId, kind, province, nameZh, nameEn],
  );
}
