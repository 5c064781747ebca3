import type { AuthorityKind } from '../../domain/cases/authority.ts';
import { AUTHORITY_KINDS } from '../../domain/cases/authority.ts';
import type { LineFunction } from '../../domain/flags/words.ts';
import { FUNCTIONS } from '../../domain/flags/words.ts';
import { isProvince } from '../../domain/numbers/province.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { isStorable } from '../../domain/storable-text.ts';
import type { KnownAuthority } from '../../store/authorities.ts';
import { listAuthorities, saveAuthority } from '../../store/authorities.ts';
import type { Carrier } from '../../store/carriers.ts';
import { findCarrier, saveCarrier } from '../../store/carriers.ts';
import type { AppContext } from '../context.ts';
import { isPlainId } from './staff.ts';

const SYSTEM = /^[a-z][a-z0-9_]{0,39}$/;
const NAME_LIMIT = 80;

export type NewBody = {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly province: string | null;
};

/** Enters a carrier. `systems` says which of its systems carries out which function: `voice_out=switch,…`, or one for all. */
export async function addCarrier(
  ctx: AppContext,
  body: NewBody & { readonly systems: string; readonly connected: boolean },
): Promise<Carrier> {
  checkBody(body);
  if (body.province === null) throw new RefusalError(refusal('body.bad_province', {}, '/province'));
  const systems = readSystems(body.systems);
  if (await findCarrier(ctx.pool, body.id)) throw new RefusalError(refusal('body.known', { id: body.id }, '/id'));
  const { id: carrierId, nameZh, nameEn, province, connected } = body;
  const carrier = { carrierId, nameZh, nameEn, province, systems, connected };
  await saveCarrier(ctx.pool, carrier);
  return carrier;
}

/** Enters a body that takes on complaints. Only the ministry's centre is for the whole country. */
export async function addAuthority(
  ctx: AppContext,
  body: NewBody & { readonly kind: string },
): Promise<KnownAuthority> {
  checkBody(body);
  const kind = AUTHORITY_KINDS.find((one): one is AuthorityKind => one === body.kind);
  if (!kind) throw new RefusalError(refusal('body.bad_kind', { kinds: [...AUTHORITY_KINDS] }, '/kind'));
  if ((kind === 'ministry_centre') !== (body.province === null))
    throw new RefusalError(refusal('body.bad_province', {}, '/province'));
  const { id: authorityId, nameZh, nameEn, province } = body;
  if ((await listAuthorities(ctx.pool)).some((one) => one.authorityId === authorityId))
    throw new RefusalError(refusal('body.known', { id: authorityId }, '/id'));
  const authority = { authorityId, kind, province, nameZh, nameEn };
  await saveAuthority(ctx.pool, authority);
  return authority;
}

function checkBody({ id, nameZh, nameEn, province }: NewBody): void {
  if (!isPlainId(id)) throw new RefusalError(refusal('staff.bad_id', {}, '/id'));
  for (const [name, pointer] of [
    [nameZh, '/name_zh'],
    [nameEn, '/name_en'],
  ] as const) {
    if (name.trim() === '' || name.length > NAME_LIMIT || !isStorable(name))
      throw new RefusalError(refusal('staff.bad_name', { most: NAME_LIMIT }, pointer));
  }
  if (province !== null && !isProvince(province)) throw new RefusalError(refusal('body.bad_province', {}, '/province'));
}

function readSystems(spelled: string): Carrier['systems'] {
  const bad = () => new RefusalError(refusal('body.bad_systems', { functions: [...FUNCTIONS] }, '/systems'));
  const parts = spelled.split(',').map((part) => part.trim().split('='));
  const [only] = parts;
  const pairs = parts.length === 1 && only?.length === 1 ? FUNCTIONS.map((one) => [one, only[0] ?? '']) : parts;
  const systems = new Map<LineFunction, string>();
  for (const [name, system, ...more] of pairs) {
    const known = FUNCTIONS.find((one) => one === name);
    if (!known || systems.has(known) || system === undefined || !SYSTEM.test(system) || more.length > 0) throw bad();
    systems.set(known, system);
  }
  if (systems.size !== FUNCTIONS.length) throw bad();
  return Object.fromEntries(systems) as Carrier['systems'];
}
