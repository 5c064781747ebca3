const words = (list: string) => list.split(/\s+/).filter((word) => word !== '');

/** Hosts that carriers, authorities, banks and large services publish as theirs; their subdomains count too. Checked 2026-11-23 against published lists only. */
export const OFFICIAL_HOSTS: readonly string[] =
  words(`10086.cn 10010.com 10010.cn 189.cn 10099.com.cn chinamobile.com chinaunicom.com chinaunicom.com.cn
  chinatelecom.com.cn 12321.cn opene164.org.cn teddymobile.cn pbccrc.org.cn gov.cn online-cmcc.cn mobilebj.cn wo.cn wo.com.cn 139.com migu.cn
  cmpay.com bestpay.com.cn ct10000.com 21cn.com icbc.com.cn ccb.com abchina.com abchina.com.cn boc.cn bankcomm.com cmbchina.com psbc.com cebbank.com spdb.com.cn cib.com.cn
  cmbc.com.cn pingan.com citicbank.com hxb.com.cn cgbchina.com.cn 95516.com alipay.com taobao.com tmall.com jd.com qq.com weixin.qq.com tencent.com baidu.com 360.cn dianhua.cn
  mi.com 12306.cn sf-express.com meituan.com apple.com icloud.com caict.ac.cn
  gmcc.net gmcc.com 12580.com cmread.com e.189.cn 118100.cn vnet.cn ctyun.cn cbn.cn monternet.com weibo.com zhihu.com douyin.com kuaishou.com bilibili.com 163.com 126.com
  ctrip.com qunar.com zto.com yto.net.cn sto.cn yunda.com yundaex.com cainiao.com ems.com.cn chsi.com.cn 12377.cn didiglobal.com ele.me dianping.com yangkeduo.com pinduoduo.com
  suning.com vip.com 12348.gov.cn 95598.cn sgcc.com.cn csg.cn`);

/** Names that look-alike hosts borrow. */
export const BORROWED: readonly string[] =
  words(`10086 10010 10000 10099 189 cmcc mobile unicom telecom yidong liantong dianxin yd-  lt- dx- icbc ccb abc boc cmb bank alipay
  wechat weixin gov police etc jd sf- zhihu apple icloud smrz fanzha 12123 12315 etc- ybj gjj yhk chinapost gjfz 12321 12381 96110`);

/** Shorteners say nothing about who is behind them. */
export const SHORT_HOSTS: readonly string[] = words(
  't.cn dwz.cn url.cn suo.im w.url.cn 3.cn tb.cn m.tb.cn c.tb.cn s.jd.com u.jd.com dwz.mk t.im 7.cn 95.cn',
);

/** Service numbers that anybody can dial by hand. */
export const SERVICE_NUMBERS: readonly string[] = words(
  '10086 10010 10000 10001 10099 10080 10015 10046 12300 12381 12321 12315 12345 12378 12363 12348 96110 110 119 120 10699000 12308 12306',
);
