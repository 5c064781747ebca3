import type { Sourced } from '../src/domain/knowledge/sourced.ts';

export const CHECKED = '2026-11-23';

/** A statute whose text was read in a public copy. */
export const law = (source: string, article: string): Sourced => ({
  source,
  article,
  checked: CHECKED,
  confidence: 'C',
});
export const publicPage = (source: string): Sourced => ({ source, checked: CHECKED, confidence: 'C' });
/** What carriers, papers and people report: practice, not law. */
export const practice = (source: string): Sourced => ({ source, checked: CHECKED, confidence: 'C-' });
export const recalled = (source: string): Sourced => ({ source, checked: CHECKED, confidence: 'RH' });
export const unsure = (source: string): Sourced => ({ source, checked: CHECKED, confidence: 'RU' });
export const ours: Sourced = { source: '清标', checked: CHECKED, confidence: 'ours' };

export const b = (zh: string, en: string) => ({ 'zh-CN': zh, en });

export const CODE = '电信条例（国务院令第291号，2016年修订）';
export const FRAUD_LAW = '反电信网络诈骗法';
export const APPEALS = '电信用户申诉处理办法（工业和信息化部令第35号）';
export const CREDIT = '征信业管理条例（国务院令第631号）';
export const PUNISHMENT = '电信网络诈骗及其关联违法犯罪联合惩戒办法（2024年12月1日施行）';
export const REAL_NAME = '电话用户真实身份信息登记规定（工业和信息化部令第25号）';
export const CIVIL = '民法典';
export const CONSUMER = '消费者权益保护法';
export const PRIVACY = '个人信息保护法';
export const SEEN = '运营商公开说明、媒体报道和用户自述';
