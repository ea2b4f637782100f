/** A search box's answers: the same on the page and in the dialog. */
import type { Catalogue } from '../../search/catalogue.ts';
import type { Answer } from '../../search/engine.ts';
import type { ClauseResult } from '../../search/rank.ts';
import { el, spoken } from './dom.ts';
import { BASE, search } from './files.ts';
import { directItem, resultItems } from './results.ts';

const ANNOUNCE_AFTER = 700;

/** Which results the visitor wants to see. */
export type Filter = (result: ClauseResult) => boolean;

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
  readonly #said = el('p', { class: 'hidden', role: 'status' });
  #turn = 0;
  #saying = 0;
  #found: readonly ClauseResult[] = [];
  #catalogue: Catalogue | null = null;

  /** @param most results at once; the rest comes by 更多 */
  constructor(most: number) {
    this.#most = most;
    this.element.append(
      this.#direct,
      this.#count,
      this.#results,
      this.#more,
      el('section', { class: 'beyond' }, this.#relatedHead, this.#related),
      this.#said,
    );
    this.#more.addEventListener('click', () => {
      const shown = this.#results.children.length;
      this.#showMore();
      this.#results.children[shown]?.querySelector('a')?.focus();
    });
    this.clear();
  }

  clear(): void {
    this.#turn += 1;
    this.#found = [];
    for (const list of [this.#direct, this.#results, this.#related]) list.replaceChildren();
    this.#count.textContent = '';
    this.#more.hidden = true;
    this.#relatedHead.hidden = true;
  }

  /** @returns null where the visitor has typed on meanwhile, or the index cannot be had */
  async ask(typed: string, wanted: Filter = () => true): Promise<Answer | null> {
    if (typed.trim() === '') {
      this.clear();
      return null;
    }
    this.#turn += 1;
    const turn = this.#turn;
    delete this.element.dataset['answered'];
    try {
      const engine = await search();
      const answer = await engine.literal(typed);
      if (turn !== this.#turn) return null;
      const results = answer.literal.filter((one) => wanted(one));
      this.#direct.replaceChildren(...answer.direct.map((clause) => directItem(clause, engine.catalogue)));
      this.#found = results;
      this.#catalogue = engine.catalogue;
      this.#results.replaceChildren();
      this.#showMore();
      this.#count.textContent = countOf(typed, answer, results, results.length < answer.literal.length);
      this.element.dataset['answered'] = typed.toWellFormed();
      const related = (await engine.related(answer)).filter((one) => wanted(one));
      if (turn !== this.#turn) return null;
      this.#related.replaceChildren(...resultItems(related, engine.catalogue));
      this.#relatedHead.hidden = related.length === 0;
      this.#say(
        `${this.#count.textContent}${answer.direct.length > 0 ? `，直达 ${answer.direct.length} 条` : ''}${related.length > 0 ? `，相关 ${related.length} 条` : ''}`,
        turn,
      );
      return answer;
    } catch (error) {
      if (turn !== this.#turn) return null;
      this.clear();
      this.#count.textContent = '检索的数据没有取到。请检查网络后再试，或打开全文用 Ctrl F 查找。';
      console.error(error);
      return null;
    }
  }

  /** Enter after the number of one clause goes there. @returns whether it did */
  async goStraight(typed: string): Promise<boolean> {
    const answer = await search().then(
      (engine) => engine.literal(typed),
      () => null,
    );
    const [only, ...others] = answer?.direct ?? [];
    if (!only || others.length > 0) return false;
    location.assign(BASE + only.url);
    return true;
  }

  /** Only what is shown is made into elements: a letter may have hundreds of results. */
  #showMore(): void {
    const shown = this.#results.children.length;
    if (this.#catalogue) this.#results.append(...resultItems(this.#found, this.#catalogue, shown, shown + this.#most));
    const rest = this.#found.length - this.#results.children.length;
    this.#more.hidden = rest <= 0;
    this.#more.textContent = `更多（还有 ${rest} 条）`;
  }

  /** Once the visitor has paused: not every letter is worth saying. */
  #say(words: string, turn: number): void {
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => {
      if (turn === this.#turn) this.#said.textContent = words;
    }, ANNOUNCE_AFTER);
  }
}

function countOf(
  typed: string,
  { literal, apart, total, direct, query }: Answer,
  results: readonly ClauseResult[],
  narrowed: boolean,
): string {
  const places = results.reduce((sum, { hits }) => sum + hits.length, 0);
  const found = `${narrowed ? results.length : total} 条${results.length === literal.length && total === literal.length ? `，${places} 处` : ''}`;
  if (literal.length === 0) return direct.length > 0 ? '' : `条文里没有${spoken(typed)}`;
  const what = apart ? `同时含有${query.words.map((word) => spoken(word)).join('和')}` : `含有${spoken(typed)}`;
  return narrowed ? `${what}的 ${total} 条里，符合筛选的 ${found}` : `${what}的有 ${found}`;
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
