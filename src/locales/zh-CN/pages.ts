export const pages = {
  'page.to_desk': '回到工作台',
  'page.to_start': '回到首页',
  'page.not_found': '没有找到这一页',
  'page.not_found_body': '地址可能写错了，或者这项内容不是你的。',
  'page.cannot': '现在办不了这一步',
  'page.bad_request': '我们没看懂这次提交。请返回上一页再试一次，填过的内容还在。',
  'page.wrong_method': '这个地址只接收从页面上提交的表单，不能直接打开。请从首页重新进入。',
  'page.too_large': '你交的内容太长，收不下。请返回上一页，把文字改短一些再提交，填过的内容还在。',
  'page.broken': '我们这边出了问题',
  'page.broken_body': '不是你的错。请过一会儿再试；需要帮助时请报上编号 {id}。',
} as const;
