/** Lines of an official text that stand alone and are told by their form. All of bare text, see `bareOf`. */

const DOCUMENT =
  /(意见|办法|措施|政策|细则|规定|方案|计划|规划|规则|条例|指南|指引|通知|公告|规范|标准|目录|说明|申请表|申报表|清单)([（(](试行|暂行|修订|修订版|征求意见稿|草案)[）)])?》?$/;
const BODY = /(委员会|委员会办公室|人民政府|办公室|管委会|管理委员会|局|厅|处|中心|集团|公司)$/;
const DATE = /^\d{4}年\d{1,2}月\d{1,2}日$/;
const HAN_DATE = /^[二〇○零一两三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$/;
const NUMBER = /^[\u4e00-\u9fff]{2,14}[〔［【[（(]\d{4}[〕］】\]）)]第?\d{1,4}号$/;
// “附件：” begins a list of annexes
const ANNEX = /^附件(?:([一二三四五六七八九十]|\d{1,2})[:：]?)?$/;
const ANNEX_WITH_TITLE = /^附件([一二三四五六七八九十]|\d{1,2})[:：]?(?=[^.．、])(.{2,50})$/;

/** "……若干措施（试行）": ends like the title of a document. */
export const endsLikeTitle = (bare: string): boolean => DOCUMENT.test(bare) && bare.length <= 90;
/** The name of an office, alone on its line. */
export const isOffice = (bare: string): boolean => BODY.test(bare) && bare.length <= 40 && !/[，。；：、]/.test(bare);
export const isDate = (bare: string): boolean => DATE.test(bare) || HAN_DATE.test(bare);
/** 文号, "闵府规发〔2025〕1号" */
export const isDocumentNumber = (bare: string): boolean => NUMBER.test(bare);
/** "附件 2", alone on its line */
export const isAnnex = (bare: string): boolean => ANNEX.test(bare);
/** "附件1：申请表" */
export const isAnnexWithTitle = (bare: string): boolean => ANNEX_WITH_TITLE.test(bare);
/** 公开属性, 抄送, 印发: what the office of the issuer adds below */
export const isColophon = (bare: string): boolean =>
  /^(信息公开属性|公开属性|公开方式|主动公开|抄送|此件公开)/.test(bare) ||
  /^.{0,40}\d{4}年\d{1,2}月\d{1,2}日印发$/.test(bare);
/** "各有关单位：" */
export const isSalutation = (bare: string): boolean => /^(各|有关|市|区).*[：:]$/.test(bare) && bare.length <= 120;

/** "附则", alone on its line in a text that numbers no chapters */
export const isSupplement = (bare: string): boolean => bare === '附则';

/** Any of these begins a paragraph of its own and ends one. */
export function standsAlone(bare: string): boolean {
  return (
    isDate(bare) || isDocumentNumber(bare) || isAnnex(bare) || isColophon(bare) || isOffice(bare) || isSupplement(bare)
  );
}
