import type { CitedArticle } from '../../src/domain/letters/letter.ts';
import { law } from '../sources.ts';

const FRAUD_LAW = '中华人民共和国反电信网络诈骗法（2022年12月1日起施行）';
const CODE = '中华人民共和国电信条例（国务院令第291号，2016年修订）';
const APPEALS = '电信用户申诉处理办法（工业和信息化部令第35号）';
const CREDIT = '征信业管理条例（国务院令第631号）';
const CIVIL = '中华人民共和国民法典';
const PRIVACY = '中华人民共和国个人信息保护法';

/** Articles that letters lean on; every one was read in a public copy. Ids are those of the fact sheet. */
export const CITATIONS: readonly CitedArticle[] = [
  { citationId: 'AF-31a', ...law(FRAUD_LAW, '《反电信网络诈骗法》第三十一条第一款') },
  { citationId: 'AF-32c', ...law(FRAUD_LAW, '《反电信网络诈骗法》第三十二条第三款') },
  { citationId: 'TR-33a', ...law(CODE, '《电信条例》第三十三条第一款') },
  { citationId: 'TR-34e', ...law(CODE, '《电信条例》第三十四条第四款') },
  { citationId: 'TR-39', ...law(CODE, '《电信条例》第三十九条第一款') },
  { citationId: 'TR-40', ...law(CODE, '《电信条例》第四十条') },
  { citationId: 'UA-10', ...law(APPEALS, '《电信用户申诉处理办法》第十条') },
  { citationId: 'UA-14', ...law(APPEALS, '《电信用户申诉处理办法》第十四条') },
  { citationId: 'CR-25', ...law(CREDIT, '《征信业管理条例》第二十五条') },
  { citationId: 'CC-165', ...law(CIVIL, '《民法典》第一百六十一条、第一百六十五条') },
  { citationId: 'CC-169', ...law(CIVIL, '《民法典》第一百六十九条') },
  { citationId: 'CC-173', ...law(CIVIL, '《民法典》第一百七十三条') },
  { citationId: 'CC-496', ...law(CIVIL, '《民法典》第四百九十六条、第四百九十八条') },
  { citationId: 'PI-24', ...law(PRIVACY, '《个人信息保护法》第二十四条') },
  { citationId: 'PI-44', ...law(PRIVACY, '《个人信息保护法》第四十四条至第五十条') },
].map(({ article, ...rest }) => ({ ...rest, article: article ?? '' }));
