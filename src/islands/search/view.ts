/** A search box's answers: the same on the page and in the dialog. */
import type { Answer, SearchEngine, Wanted } from '../../search/engine.ts';
import type { ClauseResult } from '../../search/rank.ts';
import { el, spoken } from './dom.ts';
import { BASE, search } from './files.ts';
import { directItem, resultItems } from './results.ts';

const ANNOUNCE_AFTER = 700;
/** Where a part of the data did not come: what was found without it stays. */
const LACKING = '还有一部分数据没有取到，这里可能不全。请检查网络后再试。';

interface Answered {
  answer: Answer;
  engine: SearchEngine;
}

export class SearchView {
  /** everything below the box */
  readonly element = el('div', { class: 'answers' });
  readonly #most: number;
  readonly #direct = el('ul', { class: 'direct', 'aria-label': '直达' });
  readonly #count = el('p', { class: 'count' });
  readonly #results = el('ol', { class: 'results', 'data-search-results': true, 'aria-label': '字面结果' });
  readonly #more = el('button', { type: 'button', class: 'more' });
  readonly #relatedHead = el('h2', {}, '相关');
  readonly #related = el('ol', {
    class: 'results related',
    'data-search-related': true,
    'aria-label': '相关结果，不含原词',
  });
  /** what to do where nothing was found, or not all came */
  readonly #ways = el('div', { class: 'ways' });
  readonly #said = el('p', { class: 'hidden', role: 'status' });
  #turn = 0;
  #saying = 0;
  /** what the next results are being loaded for: pressed twice, 更多 is pressed once */
  #loading: unknown = null;
  #answered: (Answered & { typed: string }) | null = null;

  /** @param most results at once; the rest comes by 更多 */
  constructor(most: number) {
    this.#most = most;
    this.element.append(
      this.#direct,
      this.#count,
      this.#results,
      this.#more,
      this.#ways,
      el('section', { class: 'beyond' }, this.#relatedHead, this.#related),
      this.#said,
    );
    this.#more.addEventListener('click', () => void this.#goOn());
    this.clear();
  }

  clear(): void {
    this.#turn += 1;
    this.#answered = null;
    for (const list of [this.#direct, this.#results, this.#related, this.#ways]) list.replaceChildren();
    this.#count.textContent = '';
    this.#more.hidden = true;
    this.#relatedHead.hidden = true;
  }

  /**
   * @param narrow reads what says which clauses are wanted
   * @returns null where the visitor has typed on meanwhile, or the index cannot be had
   */
  async ask(typed: string, narrow?: () => Promise<Wanted>): Promise<Answer | null> {
    if (typed.trim() === '') {
      this.clear();
      return null;
    }
    this.#turn += 1;
    const turn = this.#turn;
    delete this.element.dataset['answered'];
    try {
      const engine = await search();
      const wanted = narrow ? await narrow() : null;
      const answer = await engine.literal(typed, wanted, this.#most);
      if (turn !== this.#turn) return null;
      this.#direct.replaceChildren(...answer.direct.map((clause) => directItem(clause, engine.catalogue)));
      this.#answered = { typed, answer, engine };
      this.#results.replaceChildren();
      this.#ways.replaceChildren();
      this.#showMore();
      this.element.dataset['answered'] = typed.toWellFormed();
      try {
        await this.#goBeyond({ answer, engine }, wanted, turn);
      } catch (error) {
        if (turn !== this.#turn) return null;
        this.#showRelated([], engine);
        this.lack(error);
      }
      return turn === this.#turn ? answer : null;
    } catch (error) {
      if (turn !== this.#turn) return null;
      this.clear();
      this.#fail(error);
      return null;
    }
  }

  /** What the visitor may also mean, and what to do where there is nothing at all. */
  async #goBeyond({ answer, engine }: Answered, wanted: Wanted | null, turn: number): Promise<void> {
    const related = (await engine.related(answer)).filter(({ clause }) => wanted === null || wanted(clause.facts));
    if (turn !== this.#turn) return;
    this.#showRelated(related, engine);
    if (answer.all.length + answer.direct.length + related.length === 0) {
      const { waysOn } = await import('./nothing.ts');
      const ways = await waysOn(answer.query, engine);
      if (turn !== this.#turn) return;
      this.#ways.replaceChildren(...ways);
    }
    this.#say(saidOf(this.#count.textContent, answer.direct.length, related.length), turn);
  }

  #showRelated(related: readonly ClauseResult[], engine: SearchEngine): void {
    this.#related.replaceChildren(...resultItems(related, engine.catalogue));
    this.#relatedHead.hidden = related.length === 0;
  }

  /** Says below what was found that the rest did not come. */
  lack(error: unknown): void {
    this.#ways.replaceChildren(el('p', {}, LACKING));
    this.#say(`${this.#count.textContent}，${LACKING}`, this.#turn);
    console.error(error);
  }

  /** Enter after the number of one clause goes there. @returns whether it did */
  async goStraight(typed: string): Promise<boolean> {
    const answer = await search().then(
      (engine) => engine.literal(typed, null, this.#most),
      () => null,
    );
    const [only, ...others] = answer?.direct ?? [];
    if (!only || others.length > 0) return false;
    location.assign(BASE + only.url);
    return true;
  }

  /** Only what is shown is made into elements: a letter may have hundreds of results. */
  #showMore(): void {
    if (!this.#answered) return;
    const { typed, answer, engine } = this.#answered;
    const shown = this.#results.children.length;
    this.#results.append(...resultItems(answer.literal, engine.catalogue, shown, shown + this.#most));
    const rest = answer.literal.length + answer.waiting.length - this.#results.children.length;
    this.#more.hidden = rest <= 0;
    this.#more.textContent = `更多（还有 ${rest} 条）`;
    this.#count.textContent = countOf(typed, answer);
  }

  /** 更多: of a large site the texts of the next results have yet to come. */
  async #goOn(): Promise<void> {
    const shown = this.#results.children.length;
    const answered = this.#answered;
    if (!answered || this.#loading === answered) return;
    if (answered.answer.literal.length === shown) {
      this.#loading = answered;
      try {
        const answer = await answered.engine.more(answered.answer);
        if (this.#answered !== answered) return;
        this.#answered = { ...answered, answer };
      } catch (error) {
        if (this.#answered === answered) this.#fail(error);
        return;
      } finally {
        this.#loading = null;
      }
    }
    this.#showMore();
    this.#results.children[shown]?.querySelector('a')?.focus();
  }

  #fail(error: unknown): void {
    this.#count.textContent = '检索的数据没有取到。请检查网络后再试，或打开全文用 Ctrl F 查找。';
    this.#say(this.#count.textContent, this.#turn);
    console.error(error);
  }

  /** Once the visitor has paused: not every letter is worth saying. */
  #say(words: string, turn: number): void {
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => {
      if (turn === this.#turn) this.#said.textContent = words;
    }, ANNOUNCE_AFTER);
  }
}

/** What is announced of an answer; of what there is none nothing is said. */
function saidOf(count: string, direct: number, related: number): string {
  return [count, direct > 0 && `直达 ${direct} 条`, related > 0 && `相关 ${related} 条`].filter(Boolean).join('，');
}

function countOf(typed: string, { query, literal, waiting, all, words, direct, namesakes }: Answer): string {
  const same = namesakes > 0 ? `编号相同的另有 ${namesakes} 条，前面写上政策名即可直达。` : '';
  if (all.length === 0) return direct.length > 0 ? same : `条文里没有${spoken(typed)}`;
  const found = literal.length + waiting.length;
  const what = contained(typed, words, query.excluded);
  if (found < all.length) return `${same}${what}的 ${all.length} 条里，符合筛选的 ${found} 条`;
  const places = literal.reduce((sum, { hits }) => sum + hits.length, 0);
  return `${same}${what}的有 ${all.length} 条${waiting.length === 0 ? `，${places} 段` : ''}`;
}

/** "含有“临床”、不含“药品”" */
function contained(typed: string, words: readonly string[], excluded: readonly string[]): string {
  const quoted = (list: readonly string[]): string => list.map((word) => spoken(word)).join('和');
  if (excluded.length > 0) return `${words.length > 1 ? '同时' : ''}含有${quoted(words)}、不含${quoted(excluded)}`;
  return words.length > 1 ? `同时含有${quoted(words)}` : `含有${spoken(typed)}`;
}

/** Arrows go through the results and back to the box; Enter is the link's own. */
export function walkWithArrows(box: HTMLInputElement, answers: HTMLElement): void {
  const walk = (event: KeyboardEvent): void => {
    if (event.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const links = [...answers.querySelectorAll('a')].filter((link) => link.checkVisibility());
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === 'ArrowUp' && at === -1) return;
    const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at === -1 && !next) return;
    event.preventDefault();
    (next ?? (event.key === 'ArrowUp' ? box : null))?.focus();
  };
  box.addEventListener('keydown', walk);
  answers.addEventListener('keydown', walk);
}
