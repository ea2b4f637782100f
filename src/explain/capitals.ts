/** 人民币大写, as cheques and contracts write sums. */

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const YI = 100_000_000n;
const WAN = 10_000n;

/** 800,000,000 分 → "人民币捌佰万元整". @param fen 分, not negative */
export function wordCapitals(fen: bigint): string {
  const yuan = fen / 100n;
  const jiao = Number((fen / 10n) % 10n);
  const cents = Number(fen % 10n);
  const whole = yuan === 0n && fen > 0n ? '' : `${capitalsOf(yuan)}元`;
  if (jiao === 0 && cents === 0) return `人民币${whole}整`;
  const gap = jiao === 0 && whole !== '' ? '零' : '';
  const tail = `${jiao > 0 ? `${DIGITS[jiao]}角` : ''}${cents > 0 ? `${DIGITS[cents]}分` : '整'}`;
  return `人民币${whole}${gap}${tail}`;
}

function capitalsOf(value: bigint): string {
  return value === 0n ? '零' : joinUnits(value, YI, '亿', (rest) => joinUnits(rest, WAN, '万', belowWan));
}

/** The part above a unit, the unit, the part below, with 零 where places between them are empty. */
function joinUnits(value: bigint, unit: bigint, name: string, below: (rest: bigint) => string): string {
  const [high, low] = [value / unit, value % unit];
  if (high === 0n) return below(low);
  const head = `${high >= unit ? joinUnits(high, unit, name, below) : below(high)}${name}`;
  if (low === 0n) return head;
  return `${head}${low < unit / 10n ? '零' : ''}${below(low)}`;
}

/** 1 to 9999. */
function belowWan(value: bigint): string {
  let words = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Number((value / 10n ** BigInt(place)) % 10n);
    if (digit === 0) gap = words !== '';
    else {
      words += `${gap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
      gap = false;
    }
  }
  return words;
}
