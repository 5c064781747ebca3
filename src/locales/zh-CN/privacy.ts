/** Consent to sensitive data, corrections, legal holds. */
export const privacy = {
  'consent.title': '敏感信息的单独同意',
  'consent.lead':
    '身份证件、账户流水、通话记录、病历和刷脸，法律要求单独征得你同意（《个人信息保护法》第二十九条）。你同意过什么、什么时候、看到的是哪段话，都在这里。不同意也能办事：可以不交这份文件，改到营业厅出示。',
  'consent.abroad': '清标不把你的资料传到境外，所以没有出境的同意要你给。',
  'consent.identity_paper': '身份证件',
  'consent.identity_paper.words':
    '我单独同意清标收存我上传的身份证件（含证件号、照片），只用来让经办这件申诉的运营商或我选的主管部门核对我是谁。文件加密存放，结案后最多六个月删除，校验值留在日志里。不同意的，可以不传，带原件到营业厅核对。我可以随时在“我的资料”撤回，撤回后文件立即删除。替别人办的，我已经得到本人的同意。',
  'consent.money_paper': '账户、缴费和征信材料',
  'consent.money_paper.words':
    '我单独同意清标收存我上传的缴费凭证、账户流水、征信报告这类材料，只用来让经办这件申诉的运营商或我选的主管部门核对费用和信用情况。文件加密存放，结案后最多六个月删除，校验值留在日志里。无关的内容可以先遮住再传；不同意的，可以不传。我可以随时在“我的资料”撤回，撤回后文件立即删除。替别人办的，我已经得到本人的同意。',
  'consent.private_paper': '通话记录、病历、未成年人和其他私密材料',
  'consent.private_paper.words':
    '我单独同意清标收存我上传的通话记录、病历、死亡证明、监护证明、公安机关文书这类材料，只用来让经办这件申诉的运营商或我选的主管部门核对事情经过。文件加密存放，结案后最多六个月删除，校验值留在日志里。里面有不满十四周岁孩子信息的，我是监护人，也同意。不同意的，可以不传。我可以随时在“我的资料”撤回，撤回后文件立即删除。替别人办的，我已经得到本人的同意。',
  'consent.real_person_check': '真人核验',
  'consent.real_person_check.words':
    '我单独同意清标把我的手机号交给真人核验服务方，由它在自己的页面上核对我是不是机主。刷脸在它那里进行，清标不收照片和视频，只收结果和时间。不同意的，可以带证件到营业厅核对，一样算数。我可以随时在“我的资料”撤回：没出结果的核验不再等，已有的结果和时间留着，因为它证明当时核对过。',
  'consent.agree': '我单独同意收存这份文件里的敏感信息',
  'consent.agree_hint': '上面选的是证件、流水、征信报告、通话记录、病历这类文件时，要勾选。别的文件不用。',
  'consent.agree_check': '我单独同意做真人核验',
  'consent.read': '看全文',
  'consent.already': '你同意过：{list}。可以在“我的资料”撤回。',
  'consent.given': '{at} 同意（第 {version} 版）',
  'consent.given_for_you': '{at} 由代办人替你同意（第 {version} 版）',
  'consent.was': '{at} 同意（第 {version} 版），{end} 撤回',
  'consent.never': '没有同意过。需要时才会问你。',
  'consent.withdraw': '撤回',
  'consent.withdraw_of': '撤回：{kind}',
  'consent.effect':
    '撤回以后：依这份同意收的文件立即删除，经办人再也看不到，只留校验值；撤回以前做的事、已经作出的决定、你已经交给主管部门的材料不变。依法保全的号码，文件先留着，只存不用，保全解除后删除。',
  'consent.withdrawn_done': '已撤回。删除了 {n} 份文件。',
  'consent.withdrawn_held': '已撤回。删除了 {n} 份文件；有号码的资料正依法保全，那里的文件只存不用，保全解除后删除。',
  'consent.needed': '这一步涉及敏感信息，要先勾选单独同意。不同意的，可以跳过这一步，到营业厅出示证件。',
  'consent.other_version': '这段话已经换了新的一版，请看过现在的第 {version} 版再同意。',
  'consent.withdrawn': '本人撤回了对这类材料的同意，只有本人能再给。',
  'paper.other_sensitive': '别的文件，里面有证件号、账户、病历、通话记录或孩子的信息',
  'entry.evidence.withdrawn': '撤回了同意，文件已删除',
  'holder.holder.withdrawn': '{at} 撤回了同意，这次核验不再等结果。',
  'holder.possession.withdrawn': '{at} 撤回。',
} as const;
