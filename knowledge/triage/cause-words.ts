import type { Cue } from '../../src/domain/triage/cues.ts';

const words = (list: string) => list.split(/\s+/).filter((word) => word !== '');

/** Wording for why: each cause in the terms of carriers, of people, and in English. */
export const CAUSE_WORDS = {
  arrears:
    words(`已过缴费 缴费截止 过缴费期 过了交费 交费截止 截止日未缴 补足 欠费 欠缴 未缴话费 未缴清 话费不足 余额不足 账户余额不足 欠款 透支 缴清 补缴 缴费后 缴费开机 充值开机 拖欠 扣款失败 代扣失败 逾期账单 账单未付 账单逾期 欠话费 未缴纳 未付话费 催缴
    停机线 话费已用完 话费用完 余额已用完 余额低于 话费低于 话费余额还剩 没话费 话费没了 没交话费 忘交话费 月租未缴 尚未缴费
    未按期支付 未按时支付 未按时缴费 未按期缴费 未及时缴费 未结清 未付款 未交费 未缴费 尚有未付 应缴未缴 余额为负 余额:- 余额为- 余额- 负余额 话费用尽 余额用尽 余额耗尽 话费耗尽 余额不多 余额偏低 余额较低 余额仅 预计可使用 可用天数 缴费提醒 催费 欠费提醒 低于停机线 账户为负 费用逾期 逾期未缴 逾期未交 逾期费用 滞纳金 欠费销户 呆账 坏账 欠了话费 补交 交了话费 交过话费 充了话费 刚交费 刚充值 充了值 交了一百 充了一百 欠你们 话费透支 未出账 欠单`)
      .concat([
        'past due',
        'low balance',
        'no balance',
        'run out of credit',
        'overdue',
        'not paid',
        'pay your bill',
        'unpaid bill',
        'owe',
      ])
      .concat([
        'arrears',
        'overdue bill',
        'unpaid',
        'outstanding balance',
        'top up',
        'recharge your',
        'insufficient balance',
      ]),
  top_up: words(
    `请充值 尽快充值 及时充值 请尽快缴 请及时缴 请缴 及时缴费 尽快缴费 及时交费 尽快交费 请尽快交 缴纳费用 结清 还清 请交费 请续费 充值缴费 请您缴 补缴 立即缴费 交费后
    尽快续费 及时续费 请预存 预存话费 请提前预存 充值后立即 充值后恢复 请前往充值 请尽快交纳 请缴纳 请尽快缴纳 请缴清 请补缴 请付清 请还清 尽快还清 请支付 请到营业厅交费 交费以便`,
  ).concat(['please pay', 'please top up']),
  credit: words(
    `信用额度 信用控制 信控 授信额度 信用度 信用等级 信用值 信用分低 信用停机 高额停机 高额 超出额度 达到额度 透支额度 合约违约 违约金 违约 合约机 信用不良 不良信用 超过信用 用量超额 消费异常偏高 高额话费 失信
    异常偏高 话费偏高 费用偏高 消费偏高 高消费 消费过高 费用过高 话费过高 靓号协议 靓号违约 协议违约 协议期违约 合约逾期 分期购机 购机合约 购机分期 合约机款 通信信用 信用状况 信用评分 信用额 额度不足 额度已满 额度已用完 超限额 超额度 信用星级 授信额 透支额 欠费黑名单 话费阈值 额度上限 不守信 失信用户 信用受限 欠费失信 高额预警 高额提醒
    未履行 承诺消费 信用降级 信用等级下降 失信名单
    超过信用度`,
  ).concat(['high usage', 'usage limit', 'spending limit', 'in default', 'credit limit', 'breach of contract']),
  violation:
    words(`打太多 打得多 打得太多 打多了 打电话太多 骚扰电话 骚扰 被举报 举报 投诉您的号码 多次投诉 用户投诉 因投诉 被投诉 投诉举报 投诉较多 遭投诉 营销外呼 商业营销 电话营销 营销电话 推销 违规 违章 违约使用 群呼 goip 语音群呼 机卡分离 机卡不符 人机分离 群发 垃圾短信 不良信息
    高频外呼 高频呼叫 高频呼出 频繁外呼 呼叫频次 呼出频次 短时间内大量 大量拨打 拨打频次 外呼频次 主叫频次 批量外呼 转租 转借 转售 转卖 出租 出借 买卖 用途说明 用途不符 使用用途 拨打大量 超频 改号 多卡宝 猫池 物联网卡
    呼叫次数较多 呼叫次数过多 次数过多 次数较多 扰民 电话轰炸 呼死你 违法信息 不良短信 营销短信 广告短信 短信轰炸 条数超过 超过上限 条数超限 发送条数 提供给他人 交给他人 转让他人 私自转让 他人使用 换机使用 移机使用 一号多机 非法改造 违反入网 违反协议 违反规定 违反通信 整改 规范用卡 规范使用 合法使用承诺 不再违规 电销 催收电话 打电话太 打得太 打扰用户 打扰客户 骚扰行为 恶意呼叫 恶意拨打 恶意营销 响一声 自动外呼 外呼机器人 语音机器人 虚拟拨号 投诉核实 举报属实 举报核实 被人投诉 被人举报 被客户投诉
    用于营销 营销行为 营销用途 从事营销 推广营销 反映您的号码 投诉次数 举报次数 骚扰他人 多次举报`)
      .concat([
        'too many calls',
        'bulk sms',
        'bulk messages',
        'spamming',
        'violation',
        'violated',
        'misuse',
        'harassing',
      ])
      .concat([
        'complaint',
        'complaints from other users',
        'reported as spam',
        'harassment',
        'nuisance calls',
        'marketing calls',
        'terms of use',
      ]),
  suspicion: words(
    `高危 高风险 中风险 风控 涉诈 诈骗风险 涉电诈 电信网络诈骗 保护性停机 保护性关停 保护性 模型 断卡 安全管控 大数据 防范治理 预警处置 行为特征
    涉诈风险 风险模型 风险号码 安全风险 安全保护 安全风控 安全核验 用卡安全 异常入网 命中 研判 不法分子利用 可疑号码 反诈模型 反诈系统 反诈平台 智能识别 甄别 核查名单 管控名单 高危名单 可疑名单 灰名单 涉诈名单 疑似诈骗 涉嫌诈骗 频繁切换 频繁更换 被误判 被管控 被风控 缅甸 柬埔寨 老挝 缅北 东南亚 出国回来 国外回来 旅游回来 涉诈嫌疑 诈骗嫌疑 反诈要求 涉诈涉赌 被盗用 用卡异常 异常用卡 安全策略 安全防护 关停核查 高风险地区 重点地区 涉诈重点 养卡 两卡 电诈
    被冒用 冒用风险 临时保护 风险停机 反诈中心 线上认证 新设备 防诈要求`,
  ).concat([
    'abnormal usage',
    'security reasons',
    'security check',
    'telecom fraud',
    'fraud',
    'at risk',
    'risk',
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
    `实名 身份信息 补登记 实名登记 实名制 实名信息 登记信息 客户资料 用户资料 补充资料 一证五号 一证五卡 一证多号 超过5个 超过5张 超过五 名下号码超 入网照片 免冠照片 二次认证 二次核验 非本人 人证 过户 证件有效期 证件已过期 证件过期 证件到期 信息不全 资料不全 未实名 机主信息
    身份证有效期 有效期已过 证件即将到期 证件更新 更新证件 更换证件 护照换 换护照 换了护照 对不上 名字办的 别人名 他人名 名义办 人证不一致 人像不符 人证不符 比对不一致 信息比对 登记信息不 责任人信息 使用人信息 使用人登记 经办人 限额 已超限 超出限额 名下已有 补录 完善资料 完善信息 完善实名 核验身份 身份核实 身份复核 实人核验 实人验证 证件照 证件不符 身份存疑 身份不明 非机主 冒用身份 真实身份  超过规定数量 名下卡数 多张卡
    一代身份证 护照照片 证件无法 照片无法 无法识别 重新上传 登记使用人 原机主 非本人持有 入网证件 实名补录`,
  ).concat([
    'not real-name',
    'registered',
    'id document',
    'document registered',
    'identity',
    're-register',
    'registration information',
    'id card',
    'expired id',
    'verify your id',
    'real-name',
    'real name',
    'id verification',
    'identity verification',
    'passport',
    'identity document',
    'expired id',
  ]),
  silent: words(
    `未使用 没有使用 长期不用 长时间未 长期未 长期闲置 闲置 沉默 静默 睡眠 休眠 无通话记录 无通话 无话单 无流量 无主叫 无通信 无使用记录 未产生 未发生通信 零使用 三个月没用 好久没用 半年没用 一直没用 没怎么用 没咋用 从不使用 不活跃 无语音
    没插手机 没插卡 抽屉 闲着 放着没用 未产生任何 未产生话费 无话费 僵尸卡 不常用 久未使用 太久没用 太久没 很久不用 长时间不用 没用过 没使用 无任何通信 无任何使用 零话务 无话务 无消费 未产生通话 未产生费用 未发起 沉睡 低活跃
    没开机 大半年没 未曾使用 少有使用 极少使用`,
  ).concat([
    'long time',
    'not used',
    'no usage',
    'never used',
    'unused',
    'inactive',
    'not been used',
    "haven't used",
    'no activity',
  ]),
  ordered: words(
    `断卡名单 惩戒人员 公安 派出所 警方 民警 刑侦 涉案 司法 法院 检察 协查 主管部门要求 监管部门 监管要求 有关部门 上级部门 惩戒 联合惩戒 惩戒对象 惩戒名单 通报 通信管理局要求 依法关停 行政命令 关停通知 他省公安 无权自行恢复 反诈中心要求 反诈中心下发 查控 判决
    下发关停 关停指令 下发指令 司法机关 执行函 协助执行 限高 法律文书 涉及案件 涉及一起 解除函 解除证明 惩戒期 警察 公安让 省厅 市局 反诈办 刑警 经侦 网安 被执行人 断卡惩戒 冻结指令 协查函 停机函 执法机关 监察
    公安部门 涉电信诈骗惩戒 监管部门通报 文书 执法 市公安 分局 反诈部门`,
  ).concat(['law enforcement', 'court', 'authorities', 'police', 'court order', 'authorities ordered']),
  label: words(
    `被标记 标记为 标记成 标为 号码标记 骚扰标记 标记问题 取消标记 误标 标注为 显示骚扰 显示诈骗 显示推销 显示“骚扰 显示"骚扰 显示疑似 显示“疑似 来电显示骚扰 来电显示诈骗 人标记 次标记 陌生号码标记 被电话邦 泰迪熊 标记申诉 骚扰电话显示 标签
    来电是“ 来电是" 显示是 显示为 显示成 备注成 识别为 识别成 提示诈骗 提示骚扰 显示可能 被显示 恢复标记 标记数据 清除标记 标记清除 标签清除 骚扰名单 被标注 标注成
    被标了 被标上 标了“ 来电显示“ 来电显示" 号码纠错 纠错申请 去掉标 标了骚扰 标上骚扰`,
  ).concat([
    'suspected scam',
    'scam likely',
    'spam likely',
    'marked as',
    'label',
    'labeled as',
    'labelled as',
    'marked as spam',
    'shows as spam',
    'shows up as spam',
    'spam label',
  ]),
  hint_suspicion: words(
    `异常 疑似 涉嫌 风险 可疑 系统判定 系统检测 系统识别 监测到 检测到 触发 误判 误封 误伤 无缘无故 莫名其妙 无故 不明原因
    管控 解控 存疑 核查 不正常使用 系统判断 系统自动 被系统 无端 平白无故 好端端 莫名 冤枉 什么都没干 没干坏事 正常使用 排查`,
  ),
  hint_identity: words(`身份证 身份核验 身份认证 身份证明 证件 人脸 人像 活体 本人使用 机主本人 实人
    刷脸 人脸识别 身份证原件 身份核 本人持 验证身份`),
  several: words('之一 等原因 以下原因 下列原因 其中一种 一种或多种 任一 可能原因 以下情况 下列情形 以下情形'),
  porting: words(`携号转网 携转 转网 携号 转出运营商
    携出 携入 转出 在网时间`),
  own_request: words(
    `停机保号 停机保卡 保号停机 挂失 报停 主动停机 申请停机 按您的申请 应您要求 根据您的申请 您申请的 您办理的 关闭业务 已成功办理 办理成功 已为您办理 关闭接听境外 境外来电 自助停机
    申请报停 停机保号业务 挂失申请 成功销户 已销户成功 申请销户 携入申请 呼叫转移 已成功取消 已成功关闭 已成功开通 您已成功 您已办理 已为您关闭 按照您的要求 按您要求 您本人申请`,
  ).concat(['at your request']),
} as const satisfies Partial<Record<Cue, readonly string[]>>;
