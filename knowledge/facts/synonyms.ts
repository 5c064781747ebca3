import type { ReasonCode } from '../../src/domain/flags/words.ts';
import type { Synonyms } from '../../src/domain/knowledge/facts.ts';
import { practice } from '../sources.ts';

const HEARD = practice('公开报道、用户自述和通知短信里的说法');

/** What people say and what notices say: they differ, and both must lead to the same page. */
export const SYNONYMS: readonly Synonyms[] = [
  words(
    'A1',
    '欠费停机 没话费了 余额不足 单停 双停 单向停机 打不出去 充值了还是停机',
    '欠费停机 余额不足 暂停主叫',
    'out of credit|unpaid bill',
  ),
  words('A2', '销号 号码没了 空号 被收回 旧号欠费', '预销户 欠费拆机 注销', 'number closed|number taken back'),
  words('B1', '信用额度不够 合约违约 高额停机 黑名单', '高额 信用额度 违约', 'credit limit|contract breach'),
  words('B2', '征信有问题 上征信 逾期记录', '不良信息 逾期', 'credit report|bad credit entry'),
  words(
    'C1',
    '被举报 骚扰电话停机 短信发不出去 打太多被停 只能接不能打',
    '呼叫频次异常 疑似骚扰 限制主叫 限制呼出',
    'reported for spam|too many calls|cannot send SMS',
  ),
  words('C2', '卡借给别人 卡租出去了 转租转借 猫池', '违规使用 用途不符 转租转借', 'lent my SIM|rented out SIM'),
  words(
    'D1',
    '卡被封了 被停了 无故停机 莫名停机 局停 强停 被风控 误判 高风险 涉诈 卡被标记',
    '保护性停机 保护性关停 高风险 异常使用 功能限制 二次实人认证',
    'SIM suspended|number blocked|reactivate Chinese number',
  ),
  words(
    'D2',
    '很久没用被停 沉默停机 备用机停机 副卡停机',
    '沉默卡 静默卡 睡眠卡 长期未使用',
    'unused SIM stopped|silent number',
  ),
  words('E1', '公安停的 涉案 断卡 警察让停的 司法冻结', '公安机关要求 涉案 关停', 'stopped by police'),
  words('E2', '惩戒名单 断卡惩戒 名下卡全停 不能办新卡', '惩戒对象 联合惩戒', 'punishment list|cannot open a SIM'),
  words(
    'F1',
    '身份证过期 实名不合规 名字改了 一证五号 不是实名',
    '补登记 证件过期 实名补登记 一证超限',
    'real-name re-verification|passport registration|expired ID',
  ),
  words(
    'G1',
    '被标记骚扰 显示诈骗 推销标记 别人不接电话 号码标记取消',
    '被标记 骚扰电话 疑似诈骗',
    'marked as spam|caller label',
  ),
  words('H1', '物联网卡停了 设备断网 机卡分离', '机卡分离 物联网卡 违规停机', 'IoT SIM|device offline'),
  words('I1', '停机保号 挂失 自己停的', '停机保号 挂失', 'paused by myself|reported lost'),
  words('Z0', '不知道为什么停 客服不说原因 系统判定', '系统判定 之一', 'no reason given'),
];

function words(code: ReasonCode, people: string, notices: string, english: string): Synonyms {
  return { code, people: people.split(' '), notices: notices.split(' '), english: english.split('|'), ...HEARD };
}
