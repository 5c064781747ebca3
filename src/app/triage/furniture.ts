import type { PictureText, ReadLine } from './ocr-port.ts';

/** Of the shorter side: how far the status bar reaches down, the title bar with its arrow, and the input line up. */
const STATUS_BAR = 0.15;
const TITLE_BAR = 0.32;
const INPUT_LINE = 0.3;

/** Taken out one by one, since what a picture says may be made to keep one long pattern busy. */
const STATUS =
  /\d{1,2}[:：]\d{2}|[上下]午|HD\d?|[2-6]G\+?|(?:VO)?LTE|Wi-?Fi|[\d.]+[KM]B?\/s|(?<!\d)(?:100|[1-9]?\d)(?!\d)%?|中国(?:移动|联通|电信|广电)|[·.•|｜-]/gi;
/** When a message came, without a date: the phone put it there, not the sender. */
const CAME_AT =
  /^(?:(?:今天|昨天|星期[一二三四五六日天]|周[一二三四五六日天]|[凌清]晨|[上中下]午|晚上|Today|Yesterday)*\d{1,2}[:：]\d{2}(?:[AP]M)?)$/i;
const INPUT =
  /^(?:短信[/／|]?彩信|短信|信息|iMessage(?:信息)?|文本信息|按住说话|发送|输入(?:信息|短信).*|TextMessage|发消息)[+＋☺]*$/i;
const BACK = /^[\s(（<＜‹〈《←{]+(?=\S)/;

/** The lines without the phone's own furniture: status bar, times between messages, the line to type in. */
export function withoutFurniture({ width, height, lines }: PictureText): ReadLine[] {
  const unit = Math.min(width, height);
  return lines.flatMap((line) => {
    const plain = line.text.replace(/\s+/g, '');
    const { y, height: tall } = line.box;
    const [fromTop, fromBottom] = [y + tall / 2, height - y - tall / 2];
    if (plain === '' || CAME_AT.test(plain)) return [];
    if (fromTop < STATUS_BAR * unit && isStatus(line.text)) return [];
    if (fromBottom < INPUT_LINE * unit && INPUT.test(plain)) return [];
    return fromTop < TITLE_BAR * unit ? [{ ...line, text: line.text.replace(BACK, '') }] : [line];
  });
}

function isStatus(text: string): boolean {
  return /\d/.test(text) && text.replace(STATUS, '').trim() === '';
}
