import { describe, expect, it } from 'vitest';
import { SEGMENTS } from '../../../knowledge/segments.ts';
import { hintCarrier } from './carrier.ts';

const hint = (digits: string) => hintCarrier(SEGMENTS, digits);

describe('the first digits', () => {
  it('are only a hint of a basic carrier, because numbers can be ported', () => {
    expect(hint('13800138000')).toMatchObject({ carrierId: 'china-mobile', kind: 'mobile', firm: false });
    expect(hint('18600000000')).toMatchObject({ carrierId: 'china-unicom', firm: false });
    expect(hint('19900000000')).toMatchObject({ carrierId: 'china-telecom', kind: 'mobile', firm: false });
    expect(hint('19200000000')).toMatchObject({ carrierId: 'china-broadnet', firm: false });
  });

  it('are firm for a virtual carrier, and name its host network alone', () => {
    expect(hint('16200000000')).toMatchObject({ carrierId: 'china-telecom', kind: 'virtual', firm: true });
    expect(hint('17050000000')).toMatchObject({ carrierId: 'china-mobile', kind: 'virtual', firm: true });
    expect(hint('17090000000')).toMatchObject({ carrierId: 'china-unicom', kind: 'virtual', firm: true });
  });

  it('go by the longest segment', () => {
    expect(hint('13400000000')).toMatchObject({ carrierId: 'china-mobile', kind: 'mobile' });
    expect(hint('13490000000')).toMatchObject({ carrierId: 'china-telecom', kind: 'satellite' });
    expect(hint('17405000000')).toMatchObject({ kind: 'mobile' });
    expect(hint('17406000000')).toMatchObject({ kind: 'emergency', carrierId: null });
  });

  it('belong to things and relays only with all their digits', () => {
    expect(hint('1480000000000')).toMatchObject({ kind: 'device', carrierId: 'china-mobile' });
    expect(hint('14800000000')).toBeNull();
    expect(hint('700000000000000')).toMatchObject({ kind: 'relay', carrierId: null });
  });

  it('of nobody say so, and of no mobile number say nothing', () => {
    expect(hint('15400000000')).toMatchObject({ kind: 'unallocated', carrierId: null });
    expect(hint('12000000000')).toBeNull();
    expect(hint('')).toBeNull();
  });
});
