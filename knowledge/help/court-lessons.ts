import type { CourtLesson } from '../../src/domain/knowledge/help.ts';
import { b, practice, publicPage } from '../sources.ts';

/** What courts did in the cases we could read about. */
export const COURT_LESSONS: readonly CourtLesson[] = [
  {
    lessonId: 'shanghai_unused_card',
    what: b(
      '上海，(2025)沪01民终2097号：卡“几乎不用”，被系统停机，运营商没有说出具体事实。',
      'Shanghai, (2025)沪01民终2097号: a card "hardly used", stopped by a model, no concrete facts given.',
    ),
    result: 'lost',
    lesson: b(
      '用户两审都输了。法院认为第十一条不要求有具体的违法行为。“我没做坏事”不够有力。',
      'The user lost twice: article 11 needs no concrete unlawful act. "I did nothing wrong" is weak.',
    ),
    ...practice('当事人自述'),
  },
  {
    lessonId: 'sichuan_lawyer',
    what: b(
      '四川：一位律师打了二十多个电话给政府座机，被判疑似诈骗，短信后一分多钟就停了。',
      'Sichuan: a lawyer called a government landline some twenty times and was stopped about a minute after the message.',
    ),
    result: 'lost',
    lesson: b(
      '两审都输，一年多没有号码。短信里的“若未核验将停机”并不给你时间。',
      'Lost twice, a year without the number. "If not verified" in a message gives you no time.',
    ),
    ...practice('媒体报道'),
  },
  {
    lessonId: 'chengdu_window',
    what: b(
      '成都成华区：短信通知后保护性停机，给了三十天核验。',
      'Chengdu Chenghua: a protective stop after a message, with thirty days to verify.',
    ),
    result: 'unknown',
    lesson: b('法院作为提示公布，结果没有看到。', 'Published by the court as guidance; the outcome was not seen.'),
    ...publicPage('成都市成华区人民法院公布的案例'),
    unsure: b('结果没有核实。', 'The outcome was not verified.'),
  },
  {
    lessonId: 'beijing_sub_card',
    what: b(
      '北京西城区（2024）：副卡一个月没用，因“呼叫频次异常”停机，停机期间还扣费。',
      'Beijing Xicheng (2024): a sub-card unused for a month, stopped for "abnormal call frequency" and still billed.',
    ),
    result: 'unknown',
    lesson: b(
      '结果没有看到。值得写进信里的是：条款没有说清什么叫异常，停机期间还收费。',
      'The outcome was not seen. Worth writing: the undefined term, and fees during the stop.',
    ),
    ...publicPage('北京市西城区人民法院公布的案例'),
    unsure: b('结果没有核实。', 'The outcome was not verified.'),
  },
];
