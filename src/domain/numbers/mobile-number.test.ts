import { describe, expect, it } from 'vitest';
import { formatMobile, maskMobile, readMobileNumber } from './mobile-number.ts';

describe('a typed number', () => {
  it.each([
    '15400000001',
    '+86 154 0000 0001',
    '0086-154-0000-0001',
    '86154 00000001',
    '１５４０００００００１',
    '154·0000·0001',
    ' 154 0000 0001 ',
  ])('is read from %s', (typed) => expect(readMobileNumber(typed)).toEqual({ ok: true, mobile: '+8615400000001' }));

  it.each([
    ['', 'number.empty'],
    ['我的号码', 'number.not_digits'],
    ['1540000000', 'number.too_short'],
    ['154000000012', 'number.too_long'],
    ['1440123456789', 'number.iot'],
    ['700123456789012', 'number.privacy'],
    ['010-88886666', 'number.landline'],
    ['10086', 'number.service'],
    ['95588', 'number.service'],
    ['4008001234', 'number.service'],
    ['+1 202 555 0100', 'number.foreign'],
    ['00852 2345 6789', 'number.foreign'],
    ['25400000001', 'number.not_mobile'],
  ])('%s is refused as %s', (typed, code) => {
    const reading = readMobileNumber(typed);
    expect(reading.ok ? null : reading.refusal.code).toBe(code);
  });

  it('is masked and grouped', () => {
    expect(maskMobile('+8615412345678')).toBe('154****5678');
    expect(formatMobile('+8615412345678')).toBe('154 1234 5678');
  });
});
