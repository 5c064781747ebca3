import type { Cue } from '../../src/domain/triage/cues.ts';

const words = (list: string) => list.split(/\s+/).filter((word) => word !== '');

/** Wording of fraud around numbers, money and accounts. A lecture against fraud uses the same words and is told apart elsewhere. */
export const SCAM_WORDS = {
  app_file: words(
    '.apk 下载app 下载软件 下载安装 安装app 安装软件 安装包 下载zoom 下载会议 下载“ 下载安全 下载并 腾讯会议 会议码 会议号 加入会议 屏幕共享 共享屏幕 远程协助 远程控制 向日葵 todesk',
  ),
  safe_account: words(
    '安全账户 安全账号 资金清查 资金核查 清查账户 转入指定 指定账户 验资 保证金 解冻金 冻结资金 资金冻结 转账到 汇款到 打款 刷流水',
  ),
  press_nine: words('按9 按0转 按1转 转人工 转接公安 转接办案'),
  swap_reply: words(
    '回复hk 回复“hk 发送hk 回复hk+ hk+ 12位编码 位编码 免费升级5g卡 升级5g卡 期间手机无信号 无信号属正常 换卡短信 副号绑定 回复y确认换卡 写卡',
  ),
  credit_threat: words(
    '影响征信 影响您的征信 征信受损 录入征信 录入个人征信 纳入征信 上征信 征信记录 征信系统 个人征信 信用黑名单 消除征信 征信修复 修复征信',
  ),
  contact: words(
    '微信号 加微信 加v 加薇 加vx 客服微信 微信: 微信 威信 薇信 v信 vx qq qq: 扣扣 私聊 添加好友 企业微信 telegram whatsapp',
  ),
  ask_code: words(
    '提供验证码 提供短信验证码 验证码发给 验证码告诉 告知验证码 回复验证码 报验证码 把验证码 将验证码 发送验证码给 验证码回复 验证码领取',
  ),
  insider: words(
    '内部渠道 内部权限 内部关系 后台解封 后台操作 包成功 包解 包恢复 包过 不成功退款 不成功不收费 先付 先交 手续费 代办解封 代解封 代解 代复机 代开机 专业解除 专业复机 专业解封 当天清除 清除标记 解除标记 去标记 消除标记 全平台 快速解封 秒解 24小时解封 强开 强制开机 收费解 元解封 元包 元/个',
  ),
  prize: words(
    '中奖 一等奖 二等奖 幸运用户 幸运号码 奖金 奖品 大奖 恭喜您获得 恭喜您 恭喜 兑换现金 兑换￥ 积分兑换 积分即将 积分清零 积分将 积分已满 积分失效 兑换好礼 话费尚未领取 尚未领取 红包待领 补贴待领 补贴 领取奖',
  ),
  bank_dead: words(
    '网银将 网银失效 网银已 电子密码器 密码器 手机银行证书 手机网银 手机银行将 信用卡已冻结 账户将被冻结 账户已冻结 账户存在风险 银行卡涉嫌 储蓄卡已过期 银行卡已冻结 银行账户 强制冻结 账户异常 银行卡异常 提升额度 提额',
  ),
  bank_fail: words('失效 停用 激活 过期 冻结 注销 核实 身份识别 实名 升级 补录 更新 验证 认证 解冻 异常 暂停'),
  lost_phone: words('已插卡联网 findmyiphone 设备已上线 离线的iphone 设备已被定位 最新位置已更新'),
  case_threat: words(
    '涉嫌洗钱 洗钱案 已立案 立案侦查 通缉 逮捕 拘捕 传唤 刑事拘留 涉案金额 配合调查 远程做笔录 网上笔录 保密协议',
  ),
  number_abuse: words(
    '名下号码发送大量 名下的另一个号码 另一个号码 名下另有 发送诈骗短信 发送大量诈骗 群发诈骗 名下有一张 您有一张手机卡',
  ),
  act_now: words(
    '立即点击 请点击 点击链接 点击下方 点击下列 点此 点开 登录网址 请登录 请登入 登陆 请速 马上处理 及时登录 请进入 手机登录 手机登陆 点击领取 点击办理 点击认证 点击查询 戳链接 打开链接 扫码 扫描二维码',
  ).concat(['click ', 'tap the link', 'visit ']),
  kin_money: words(
    '充值卡 打钱 转钱 汇款 急用钱 急需用钱 借钱 转账给 打到这个 帮我充 帮我买 生活费 学费打 出车祸 住院 被抓 东西被偷 东西刚被人偷 手机丢了用',
  ),
  discount: words('享8折 享5折 折扣缴费 慢充 低价充值 折扣话费 话费折扣 充100送 返现 打折充值'),
  dial_other: words(
    '请拨打客服电话 致电客服 请致电 拨打电话 联系电话 咨询电话 回电 回拨 联系客服 联系办案 取消请拨 拨打 请咨询 详询 hotline',
  ),
  callback_deny: words('如非本人操作 非本人操作 如非本人 不是本人'),
  expire_card: words(
    'sim卡即将过期 sim卡过期 手机卡即将过期 手机卡将于 卡片过期 卡将失效 号码作废 今日24时停用 今晚停用 小时内停机 2小时后停机 两小时后',
  ),
} as const satisfies Partial<Record<Cue, readonly string[]>>;
