import type { Cue } from '../../src/domain/triage/cues.ts';

const words = (list: string) => list.split(/\s+/).filter((word) => word !== '');

/** Wording for what is switched off, what is coming, and what came back: carriers', people's own, and English. */
export const STATE_WORDS = {
  stop: words(`停机 双停 双向停机 已停 关停 封停 停号 封号 封卡 卡被封 号被封 号码被封 被封了 被停了 被限制 被关了 被锁 停用 已停用
    停止全部通信 停止通信 停止服务 暂停服务 终止服务 暂停通信 限制通信 中断通信 通信服务受限 通信功能受限 功能受限 功能限制 限制功能 强制停机 保护性关停
    保护性停机 局停 强停 停掉了 给停了 用不了了 不能用了 没法用了 无法正常使用 无法使用通信 限制使用 暂停使用 暂停提供 暂停全部 停止使用 关闭通信
    卡废了 变成空号 成空号 打不了电话也上不了网 冻结号码 号码冻结 号码已冻结 黑卡 号码作废 
    避免停机 以免停机 免遭停机 避免被停 即将停机
    停止向您 停止提供 中止服务 中止提供 依约停止 暂不可用 均不可用 实施管控 进行管控 已管控 被管控 安全保护状态 无法使用 服务中断 封禁 被停止 停卡 停服 停止供 号码失效 卡失效 卡将失效 断线 停止一切 全部停 关掉了 停机处理 停机管控 被单停 被双停 被关停 停了 封停处理 关停处理 关闭部分号码 关闭部分功能 限制部分 部分功能受限 已列入管控
    不能继续使用 无法继续使用 陆续停机  用不了 直接没信号 没法使用 无法正常通 停止一切通信 停机了
    状态不正常 状态异常 号码状态 非正常状态 停机状态
    停话 断话
    已不可用 限制服务`).concat([
    'suspended',
    'emergency calls only',
    'shut down',
    'no longer works',
    'be deactivated',
    'turned it off',
    'sos only',
    'no signal at all',
    'my phone off',
    'locked my',
    'is locked',
    'was locked',
    'not working',
    'no longer works',
    'barred',
    'service may be stopped',
    'service will be terminated',
    'be terminated',
    'has been stopped',
    'be stopped',
    'been stopped',
    'turned off',
    'shut off',
    'restricted',
    'suspended',
    'been blocked',
    'is blocked',
    'got blocked',
    'was blocked',
    'deactivated',
    'stopped working',
    'cut off',
    'service will be stopped',
    'disconnected',
    'be suspended',
  ]),
  out: words(`单停 单向停机 单通 半停 限制主叫 限制呼出 暂停主叫 暂停呼出 停止呼出 关闭呼出 限制外呼 限制拨出 主叫受限 呼出受限 主叫功能 呼出功能
    呼出业务 主叫业务 呼出服务 呼出权限 外呼权限 停呼 禁止呼出 打不出去 打不出电话 打不了电话 不能打电话 拨不出去 拨不出 呼不出 无法拨打 无法呼出 不能拨打 不能往外打
    只能接 仅保留接听 仅可接听 只能接听 仍可接听 能接不能打 打电话打不出
    不能往外 往外打不了 呼叫被限 拨打不了 拨不了 拨号受限 无法呼叫 限呼 语音拨打 语音主叫 没法打电话 没办法打电话 打不了 不让打 呼叫受限 不能呼出 无法打出 打电话受限
    不能继续拨打 无法继续拨打 语音外呼`).concat([
    'calls are barred',
    'blocked from calling',
    'outgoing call',
    "can't call",
    'cannot call',
    "can't dial",
    'cannot dial',
    'unable to dial',
    "can't call out",
    'cannot call out',
    'cannot make calls',
    'can not make calls',
    'can not call',
    'unable to make calls',
    'unable to call',
    'no outgoing',
    "can't make calls",
    'outgoing calls',
  ]),
  in: words(
    `限制被叫 暂停被叫 停止呼入 暂停呼入 限制呼入 被叫受限 接不到电话 打不进来 接不了电话 无法接听 不能接听 接收不到来电 停呼入 双停 双向停机
    接不了 呼不进 打不进 不能被叫 别人打不`,
  ).concat(['receive calls', "can't receive calls", 'cannot receive calls', 'incoming calls']),
  sms: words(`短信功能 短信上行 短信下行 限制短信 暂停短信 关闭短信 短信受限 短信业务 发不出短信 短信发不出去 发不了短信 不能发短信 不能发送短信 收不到短信 收不到验证码
    短信收不到 无法发送短信 无法接收短信 短信发送功能 短信、 及短信 和短信 停短信 点对点短信功能
    短信用不了 短信停了 短信被停 短信被限 短信被关 停了短信 发短信失败 短信发送失败 短信也收不到 短信也发不`).concat([
    'send texts',
    'receive texts',
    'send messages',
    'sms are blocked',
    "can't receive sms",
    "can't send sms",
    'no sms',
    'verification codes anymore',
  ]),
  data: words(
    `数据服务 数据业务 数据功能 上网功能 限制上网 停止上网 暂停上网 流量功能 上不了网 没有网 不能上网 没网络 断网 移动数据被 gprs功能 关闭数据
    网络被停 流量被停 流量停了 不能用流量 上网被`,
  ).concat(['no data', 'mobile data', 'calls and data']),
  roam: words('暂停国际漫游 国际漫游功能 国际漫游语音 停止漫游 国际及呼出 国际业务暂停 限制国际'),
  closed: words(`销号 拆机 销户 注销 收回 回收 预销户 强制销户 号码释放 被回收 重新投放 二次放号 更换机主
    销卡 号码注销 强制注销 号码收回 预拆 拆除`).concat([
    'recycled',
    'reclaimed',
    'be cancelled',
    'be canceled',
    'been cancelled',
    'be reassigned',
    'be released',
  ]),
  back: words(
    `已恢复 恢复正常 已复机 已复通 已开机 已为您恢复 恢复通话 恢复使用 复机成功 复通成功 恢复接听 已解除限制 已解除停机 解除限制 已重新开通 恢复主叫 恢复呼出
    恢复正常使用 已解封 已解除 已为您开通 已自动开机 已重新启用 恢复了 已开通呼出 通信恢复 解除管控 管控已解除 恢复通信功能`,
  ).concat(['been restored', 'is restored', 'restored', 'has been restored']),
  resume: words(
    `复机 复通 重新开通 恢复服务 解停 解封 恢复通信 开机申请 停机申诉 申诉已通过 申诉通过 申诉未通过 申诉未成功 申诉不通过 通信功能将 复机失败 申请恢复 自助复 线上复 如需恢复 恢复请 申请解除
    解控 解除管控 解除限制 复机申请 复通申请 停机复核 恢复号码 恢复功能 恢复办理 怎么恢复 恢复后`,
  ).concat(['restore', 'reactivate', 'unblock']),
  will: words(
    `将于 将被 将会 将对 将在 将暂停 将停 将限制 将影响 将实施 将关 将按 将强制 将自动 将永久 即将 届时 面临 会被停 予以停机
    自动停机 做停机处理 作停机处理 予以关停 将做 将作 将实行 将采取 将进行 将限 将终止 将中止 起停止 起暂停 起关闭 后停机 后停用 后暂停 后注销 将注销 将收回 将销`,
  ).concat(['will expire', 'may be stopped', 'about to', 'will be']),
  unless: words(
    `逾期 否则 如未 若未 未认证 未按时 未缴 未补 未办理 不认证 未核验 若连续 如连续 若不 如不 以免 为避免 避免影响 为不影响 为了不影响 不影响您 未完成 未在 未及时 凡是 凡 如超过 超期 过期未
    过期将 过期停 以免停 避免停 未收到款 未更正 未更新 未更改 仍未 超时未 未在规定 不予配合 拒不 未处理 未登记 未完善 不到将 不办理 请于 请在 务必`,
  ).concat(['otherwise', 'failure to', 'unless', 'if not']),
  already: words(
    `已被 已停 已暂停 已限制 已关停 已关闭 已于 现已 现予 现对 予以 自即日起 即日起暂停 即日起停 已单停 已双停 已单向 已双向 已冻结 已欠费 暂停了 已进入 已采取 已依法 已对您 被系统 现单停 目前已 已经 暂时不能 当前处于 处于停机 处于限制
    已做停机 已作停机 已实施 已对 已临时 已依约 已由 已列入 已暂时 已中止 已关掉 已屏蔽 已锁定  已限 已启动 已停用          
    自今日起 今日起 现半停 现停机 现双停 现关停`,
  ).concat(['are barred', 'is barred', 'got', 'they blocked', 'locked my', 'has been', 'have been', 'is now', 'was ']),
} as const satisfies Partial<Record<Cue, readonly string[]>>;
