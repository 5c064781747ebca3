import type { LabelService } from '../src/domain/knowledge/knowledge.ts';
import { b, practice, publicPage } from './sources.ts';

const PERSONAL = ['id_card', 'tenure_proof', 'label_picture'];
const LISTED = practice('第三方整理，用前请再核对网址');

export const LABEL_SERVICES: readonly LabelService[] = [
  {
    serviceId: 'teddymobile',
    name: b('泰迪熊移动', 'Teddy Mobile'),
    site: 'teddymobile.cn',
    papers: PERSONAL,
    time: b('3–5 个工作日，再加 3–5 天同步', '3–5 working days, then 3–5 to spread'),
    note: b(
      '不少小米、OPPO、vivo 手机用它的数据；没通过会发短信说原因',
      'Many phones use its data; a refusal comes with its reason',
    ),
    costFen: 0,
    ...publicPage('泰迪熊移动官网'),
  },
  {
    serviceId: 'tencent',
    name: b('腾讯手机管家', 'Tencent'),
    site: 'yun.m.qq.com',
    papers: PERSONAL,
    time: b('3–5 个工作日', '3–5 working days'),
    costFen: 0,
    ...LISTED,
  },
  {
    serviceId: 'baidu',
    name: b('百度', 'Baidu'),
    site: 'haoma.baidu.com',
    papers: PERSONAL,
    time: b('3–5 个工作日，快的当天', '3–5 working days, at best the same day'),
    costFen: 0,
    ...LISTED,
  },
  {
    serviceId: 'qihoo360',
    name: b('360 手机卫士', '360'),
    site: 'haomashensu.360.cn',
    papers: PERSONAL,
    time: b('1–3 个工作日', '1–3 working days'),
    costFen: 0,
    ...LISTED,
  },
  {
    serviceId: 'dianhua',
    name: b('电话邦', 'Dianhuabang'),
    site: 'dianhua.cn',
    papers: PERSONAL,
    time: b('3–5 个工作日', '3–5 working days'),
    costFen: 0,
    ...LISTED,
  },
  {
    serviceId: 'opene164',
    name: b('码号服务推进组', 'Number service group (CAICT)'),
    site: 'www.opene164.org.cn',
    papers: PERSONAL,
    time: b('以平台说明为准', 'As the site says'),
    note: b(
      '可以一次查多个平台；只直接处理一部分号码，其余转到各平台',
      'Looks up several services at once; clears only some numbers itself',
    ),
    costFen: 0,
    ...publicPage('码号服务推进组'),
  },
  {
    serviceId: 'phone_maker',
    name: b('手机自带的标记（华为、荣耀、小米、OPPO、vivo）', 'The phone’s own labels'),
    site: '',
    papers: PERSONAL,
    time: b('3–7 个工作日', '3–7 working days'),
    note: b(
      '在手机的来电识别里反馈；一部手机可能有几个来源',
      'Report it in the phone’s caller-ID settings; one phone may use several sources',
    ),
    costFen: 0,
    ...LISTED,
  },
];
