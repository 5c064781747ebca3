/** ISO 3166-2 codes of the provinces, autonomous regions and municipalities in which mainland carriers have companies. */
const PROVINCES = new Set(
  'BJ TJ HE SX NM LN JL HL SH JS ZJ AH FJ JX SD HA HB HN GD GX HI CQ SC GZ YN XZ SN GS QH NX XJ'
    .split(' ')
    .map((letters) => `CN-${letters}`),
);

export function isProvince(code: string): boolean {
  return PROVINCES.has(code);
}
