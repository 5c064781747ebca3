import type { Cue } from '../../src/domain/triage/cues.ts';

const words = (list: string) => list.split(/\s+/).filter((word) => word !== '');

/** Wording for why: each cause in the terms of carriers, of people, and in English. */
export const CAUSE_WORDS = {
  arrears:
    words(`欠费 欠缴 未缴话费 未缴清 话费不足 余额不足 账户余额不足 欠款 透支 缴清 补缴 缴费后 缴费开机 充值开机 拖欠 扣款失败 代扣失败 逾期账单 账单未付 账单逾期 欠话费 未缴纳 未付话费 催缴
    停机线 话费已用完 话费用完 余额已用完 余额低于 话费低于 话费余额还剩 没话费 话费没了 没交话费 忘交话费 月租未缴 尚未缴费`).concat(
      ['arrears', 'overdue bill', 'unpaid', 'outstanding balance', 'top up', 'recharge your', 'insufficient balance'],
    ),
  top_up: words(
    '请充值 尽快充值 及时充值 请尽快缴 请及时缴 请缴 及时缴费 尽快缴费 及时交费 尽快交费 请尽快交 缴纳费用 结清 还清 请交费 请续费 充值缴费 请您缴 补缴 立即缴费 交费后',
  ),
  credit: words(
    `信用额度 信用控制 信控 授信额度 信用度 信用等级 信用值 信用分低 信用停机 高额停机 高额 超出额度 达到额度 透支额度 合约违约 违约金 违约 合约机 信用不良 不良信用 超过信用 用量超额 消费异常偏高 高额话费 失信`,
  ).concat(['credit limit', 'breach of contract']),
  violation:
    words(`打太多 打得多 打得太多 打多了 打电话太多 骚扰电话 骚扰 被举报 举报 投诉您的号码 多次投诉 用户投诉 因投诉 被投诉 投诉举报 投诉较多 遭投诉 营销外呼 商业营销 电话营销 营销电话 推销 违规 违章 违约使用 群呼 goip 语音群呼 机卡分离 机卡不符 人机分离 群发 垃圾短信 不良信息
    高频外呼 高频呼叫 高频呼出 频繁外呼 呼叫频次 呼出频次 短时间内大量 大量拨打 拨打频次 外呼频次 主叫频次 批量外呼 转租 转借 转售 转卖 出租 出借 买卖 用途说明 用途不符 使用用途 拨打大量 超频 改号 多卡宝 猫池 物联网卡`).concat(
      [
        'complaint',
        'complaints from other users',
        'reported as spam',
        'harassment',
        'nuisance calls',
        'marketing calls',
        'terms of use',
      ],
    ),
  suspicion: words(
    `高危 高风险 中风险 风控 涉诈 诈骗风险 涉电诈 电信网络诈骗 保护性停机 保护性关停 保护性 模型 断卡 安全管控 大数据 防范治理 预警处置 行为特征`,
  ).concat([
    'suspicious',
    'abnormal',
    'unusual activity',
    'risk control',
    'anti-fraud',
    'flagged',
    'for no reason',
    'suspected',
  ]),
  identity: words(
    `实名 身份信息 补登记 实名登记 实名制 实名信息 登记信息 客户资料 用户资料 补充资料 一证五号 一证五卡 一证多号 超过5个 超过5张 超过五 名下号码超 入网照片 免冠照片 二次认证 二次核验 非本人 人证 过户 证件有效期 证件已过期 证件过期 证件到期 信息不全 资料不全 未实名 机主信息`,
  ).concat([
    'real-name',
    'real name',
    'id verification',
    'identity verification',
    'passport',
    'identity document',
    'expired id',
  ]),
  silent: words(
    `未使用 没有使用 长期不用 长时间未 长期未 长期闲置 闲置 沉默 静默 睡眠 休眠 无通话记录 无通话 无话单 无流量 无主叫 无通信 无使用记录 未产生 未发生通信 零使用 三个月没用 好久没用 半年没用 一直没用 没怎么用 没咋用 从不使用 不活跃 无语音`,
  ).concat(['unused', 'inactive', 'not been used', "haven't used", 'no activity']),
  ordered: words(
    `断卡名单 惩戒人员 公安 派出所 警方 民警 刑侦 涉案 司法 法院 检察 协查 主管部门要求 监管部门 监管要求 有关部门 上级部门 惩戒 联合惩戒 惩戒对象 惩戒名单 通报 通信管理局要求 依法关停 行政命令 关停通知 他省公安 无权自行恢复 反诈中心要求 反诈中心下发 查控 判决`,
  ).concat(['police', 'court order', 'authorities ordered']),
  label: words(
    `被标记 标记为 标记成 标为 号码标记 骚扰标记 标记问题 取消标记 误标 标注为 显示骚扰 显示诈骗 显示推销 显示“骚扰 显示"骚扰 显示疑似 显示“疑似 来电显示骚扰 来电显示诈骗 人标记 次标记 陌生号码标记 被电话邦 泰迪熊 标记申诉 骚扰电话显示 标签`,
  ).concat(['labeled as', 'labelled as', 'marked as spam', 'shows as spam', 'shows up as spam', 'spam label']),
  hint_suspicion: words(
    '异常 疑似 涉嫌 风险 可疑 系统判定 系统检测 系统识别 监测到 检测到 触发 误判 误封 误伤 无缘无故 莫名其妙 无故 不明原因',
  ),
  hint_identity: words('身份证 身份核验 身份认证 身份证明 证件 人脸 人像 活体 本人使用 机主本人 实人'),
  several: words('之一 等原因 以下原因 下列原因 其中一种 一种或多种 任一 可能原因 以下情况 下列情形 以下情形'),
  porting: words('携号转网 携转 转网 携号 转出运营商'),
  own_request: words(
    `停机保号 停机保卡 保号停机 挂失 报停 主动停机 申请停机 按您的申请 应您要求 根据您的申请 您申请的 您办理的 关闭业务 已成功办理 办理成功 已为您办理 关闭接听境外 境外来电 自助停机`,
  ).concat(['at your request']),
} as const satisfies Partial<Record<Cue, readonly string[]>>;
