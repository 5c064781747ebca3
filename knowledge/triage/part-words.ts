import type { Cue } from '../../src/domain/triage/cues.ts';

const words = (list: string) => list.split(/\s+/).filter((word) => word !== '');

/** Words that say something only together: what is done, to which function, how often, with which paper. */
export const PART_WORDS = {
  halt: words(`关了 被关 限了 掐了 给停了 叫停 暂停 限制 关闭 停止 中断 关停 冻结 停用 禁止 封停 锁定 管控 受限 屏蔽 终止 取消使用 停掉 停了 blocked restricted suspended barred stopped
    disabled limited
    不可用 无法使用 中止 关掉 给关 被限 被管控 封禁 失灵 暂不可用 locked off`),
  f_out: words(`主叫 呼出 外呼 拨出 发话 去电 拨打功能 语音呼出 outgoing
    打电话 往外打 拨号 拨打 语音拨打 主叫功能 呼叫`),
  f_in: words('被叫 呼入 接听功能 incoming'),
  f_sms: words('短信 简讯 彩信 sms texting messages'),
  f_data: words('上网 数据 流量功能 gprs data'),
  f_roam: words('国际漫游 漫游功能 国际长途 roaming'),
  f_comm: words(`信号 通信 通讯 语音 通话 号码服务 服务 全部功能 该功能 号码使用 业务功能 号码功能 service voice
    上网功能 上网 通信费 通信服务 通话功能 语音功能 短信及上网 语音短信 通信业务 services calls`),
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
  f_new: words(
    '新业务 办理业务 业务办理 办理过户 过户 新入网 新增业务 增值业务 新办 入网业务 业务受理 办理新 新装 新卡',
  ).concat(['new services']),
  newbiz: words(
    '不能办新卡 办不了新卡 开不了新卡 办不了卡 不得新入网 不能办卡 限制开办 限制办理电话卡 暂停新办 暂停新入网',
  ),
  f_mark: words('标记 标注'),
  f_number: words('号码 门号 电话 来电 手机号'),
  trouble:
    words(`只能打110 只能打紧急 只能拨打紧急 注册失败 手机号状态异常 号码状态异常 插上没反应 不能办新卡 办不了新卡 办不了卡 开不了卡 列入名单 断卡名单 没实名 信号被 停机 被停 被封 被锁 锁了 暂停服务 仅限紧急 紧急呼叫 打不出 打不通 打不进 接不到 没信号 没有信号 无服务 被限制 限制呼出 上不了网 收不到 发不出 被标记 显示诈骗 显示骚扰
    显示推销 空号 关停 被注销 拆机 不能用 用不了 刷脸 二次认证 重新认证 重新实名 要实名 要我实名 停了 封了 停卡 封卡 限呼 单停 双停 欠费停
    不在服务区 管控 风控 没法用 没法打 没办法打 打不了 接不了 上不了 发不了 拨不出 拨不了 不能打 不能接 不能上 不能发 呼叫被 停用 用不成 不好使 没反应 无网络 无网 没网 停机了 封掉 停掉 关了 掐了 无法注册 仅紧急 限制 锁卡 对不上 单停了
    不正常
    号没了 卡没了 空号了 复机 复通 挂断
    通不过 过不了 不给办 不给复
    嘟嘟 占线音 忙音
    废了 不行了 失灵 卡死 没服务 没法接 没有服务 停用了 用不上`)
      .concat(['no longer', 'not receive', "doesn't work", 'does not work', 'shut down', 'turned off'])
      .concat([
        'no service',
        'no signal',
        'not working',
        'stopped working',
        'blocked',
        'suspended',
        'locked',
        'barred',
        'restricted',
        'disconnected',
        'deactivated',
        'verification code',
        'cannot receive',
        "can't receive",
        'no network',
        'emergency calls only',
      ]),
  first_person: words(`我 俺 咱 本人 自己 老人 公司给 家里 孩子 卡 号 手机 电话 sim
    副卡 主卡 手机卡 电话卡 业主 客户都说 朋友说 别人说 营业厅 客服
    短信 流量 信号 10086 10010 移动 联通 电信`).concat([
    'my',
    'i',
    'phone',
    'number',
    'line',
    'china mobile',
    'china unicom',
    'china telecom',
  ]),
  kin_trick: words(`换号 新号 换了手机号 换手机号 同学的手机 借同学 先别打电话 不方便接
    用别人的 借别人的 别人的手机 别人手机 同学的号 老师的手机 没电了用 我的新号`),
  advance_fee: words('先交税 先缴税 手续费199 公证费'),
  unpaid_part: words('未按期 未按时 未缴 未交 未付 没交 没缴 没付 未支付 未结 尚未 还没 还未 逾期 没有支付'),
  bill_part: words('话费 通信费 月租 账单 费用 套餐费 本期费 宽带费 应缴 应付 合约 欠'),
} as const satisfies Partial<Record<Cue, readonly string[]>>;
