import type { Cue } from '../../src/domain/triage/cues.ts';

const words = (list: string) => list.split(/\s+/).filter((word) => word !== '');

/** Words that say something only together: what is done, to which function, how often, with which paper. */
export const PART_WORDS = {
  halt: words(`关了 被关 限了 掐了 给停了 叫停 暂停 限制 关闭 停止 中断 关停 冻结 停用 禁止 封停 锁定 管控 受限 屏蔽 终止 取消使用 停掉 停了 blocked restricted suspended barred stopped
    disabled limited`),
  f_out: words('主叫 呼出 外呼 拨出 去电 拨打功能 语音呼出 outgoing'),
  f_in: words('被叫 呼入 接听功能 incoming'),
  f_sms: words('短信 彩信 sms texting messages'),
  f_data: words('上网 数据 流量功能 gprs data'),
  f_roam: words('国际漫游 漫游功能 国际长途 roaming'),
  f_comm: words('信号 通信 通讯 语音 通话 号码服务 服务 全部功能 该功能 号码使用 业务功能 号码功能 service voice'),
  much: words('高频 频繁 大量 频次 短时间 短时 批量 超频 密集 过多 过高'),
  f_call: words('拨打 呼叫 主叫 外呼 呼出 拨出 发送短信 发送 短信 陌生号码 通话'),
  id_paper: words(
    '使用人 证件照 身份 实名 证件 入网资料 登记资料 身份资料 资料 身份信息 身份证 机主信息 客户信息 实名信息 登记信息 人像 照片 护照',
  ),
  id_fault: words(
    '模糊 不清 未实名 重新提交 不符 不一致 不全 不完整 不清晰 有误 过期 到期 失效 未更新 缺失 需更新 请更新 请核验 核验身份 重新登记 未登记 未通过 补录 补登 补正 虚假',
  ),
  points: words('积分 话费券 话费红包 m值'),
  points_end: words('清零 过期 失效 兑换 到期作废 兑现'),
  f_mark: words('标记 标注'),
  f_number: words('号码 电话 来电 手机号'),
  trouble:
    words(`不能办新卡 办不了新卡 办不了卡 开不了卡 列入名单 断卡名单 没实名 信号被 停机 被停 被封 被锁 锁了 暂停服务 仅限紧急 紧急呼叫 打不出 打不通 打不进 接不到 没信号 没有信号 无服务 被限制 限制呼出 上不了网 收不到 发不出 被标记 显示诈骗 显示骚扰
    显示推销 空号 关停 被注销 拆机 不能用 用不了 刷脸 二次认证 重新认证 重新实名 要实名 要我实名 停了 封了 停卡 封卡 限呼 单停 双停 欠费停`),
  first_person: words('我 俺 咱 本人 自己 老人 公司给 家里 孩子 卡 号 手机 电话 sim'),
  kin_trick: words('换号 新号 换了手机号 换手机号 同学的手机 借同学 先别打电话 不方便接'),
  advance_fee: words('先交税 先缴税 手续费199 公证费'),
} as const satisfies Partial<Record<Cue, readonly string[]>>;
