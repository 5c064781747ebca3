/** Work on many cases at the desk: choosing, looking first, ordering, taking back. */
export const bulk = {
  'bulk.nothing_selected': '还没有选案件。先勾选要办的。',
  'bulk.finding_missing': '请选认定结果：误判、条件已满足，或标记有据。',
  'bulk.too_late': '已经过了可撤回的时间，正在办理或已经办完。对单个案件有异议的，请到该案里处理。',
  'words.unknown_placeholder': '理由里有系统不认识的空位：{names}。能用的空位见页面上的说明。',
  'words.value_missing': '记录里没有（或不止一个）这些内容：{names}。系统不会替你编，请改写理由或单独办理。',
};
