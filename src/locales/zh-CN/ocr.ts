/** Reading a screenshot: why no text came out, and what to do instead. */
export const ocr = {
  'screenshot.empty': '这个文件是空的。请重新选一张截图。',
  'screenshot.too_large': '这张图超过 {limit}。截图一般小得多，请直接用手机截屏，不要拍照。',
  'screenshot.too_many_pixels':
    '这张图有 {width} × {height} 个点，太大了（最多 {limit_millions} 百万）。请直接截屏，或把有字的部分裁下来再传。',
  'screenshot.too_long': '这张图太长或太扁（{width} × {height}）。请只留下那条消息再传。',
  'screenshot.wrong_type': '这是 {found} 文件，不是截图。可以传：{allowed}。',
  'screenshot.heic': '这是苹果手机的 HEIC 照片，这里打不开。请直接截屏再传；截屏是 PNG，可以读。',
  'screenshot.animated': '这是会动的图。请传一张不动的截图。',
  'screenshot.unreadable': '这张图打不开，可能坏了或没传完。请重新截屏再试，也可以直接把文字粘贴过来。',
  'screenshot.no_text': '这张图里没找到文字。请换一张能看清消息的截图，或直接把文字粘贴过来。',
  'screenshot.busy': '现在读图的人多。请过半分钟再试，或直接把文字粘贴过来。',
  'screenshot.took_too_long': '这张图读得太久，已停下。请只留下那条消息再传，或直接把文字粘贴过来。',
} as const;
