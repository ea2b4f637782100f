/** What narrows a search: a list of boxes a facet, and the sum. */
import type { NodeFacts } from '../../search/catalogue.ts';
import {
  FACETS,
  facetsOf,
  isChosen,
  NO_CHOICE,
  type Choice,
  type FacetName,
  type FacetValue,
  type Lists,
} from '../../search/facets.ts';
import { el } from './dom.ts';

const FACET_TITLES: Record<FacetName, string> = {
  policy: '政策',
  part: '文件',
  topic: '议题',
  department: '责任单位',
  support: '支持方式',
};
const SUMS = [50, 100, 300, 500, 1000];

export class FacetList {
  readonly element = el('details', { class: 'facets' });
  readonly #choice: () => Choice;
  readonly #choose: (choice: Choice) => void;
  readonly #cleared: () => void;

  /**
   * @param choice what is chosen now: a second box may be ticked before the first has had its answer
   * @param cleared after all was taken back
   */
  constructor(choice: () => Choice, choose: (choice: Choice) => void, cleared: () => void) {
    this.#choice = choice;
    this.#choose = choose;
    this.#cleared = cleared;
    this.element.open = matchMedia('(min-width: 68rem)').matches;
    this.element.hidden = true;
  }

  /** Whoever works with the keyboard stays at the box that was focused. */
  readonly draw = (found: readonly NodeFacts[], lists: Lists): void => {
    const choice = this.#choice();
    const values = facetsOf(found, choice, lists);
    const focused = document.activeElement?.closest<HTMLElement>('[data-facet]')?.dataset['facet'];
    const { element } = this;
    const { open } = element;
    element.hidden = found.length < 2 && !isChosen(choice);
    element.replaceChildren(
      el('summary', {}, isChosen(choice) ? '筛选（已选）' : '筛选'),
      ...FACETS.map((name) => this.#facet(name, values[name])),
      this.#sum(choice.sum),
      isChosen(choice) ? this.#clearButton() : '',
    );
    element.open = open;
    if (focused) element.querySelector<HTMLElement>(`[data-facet="${CSS.escape(focused)}"]`)?.focus();
  };

  #facet(name: FacetName, values: readonly FacetValue[]): HTMLElement | '' {
    if (values.length < 2 && !values.some(({ chosen }) => chosen)) return '';
    const list = values.map(({ id, label, count, chosen }) => {
      const input = el('input', { type: 'checkbox', checked: chosen, 'data-facet': `${name}:${id}` });
      input.addEventListener('change', () => {
        const choice = this.#choice();
        const others = choice[name].filter((one) => one !== id);
        this.#choose({ ...choice, [name]: input.checked ? [...others, id] : others });
      });
      return el('li', {}, el('label', {}, input, el('span', {}, label), el('span', { class: 'n' }, String(count))));
    });
    return el('fieldset', {}, el('legend', {}, FACET_TITLES[name]), el('ul', {}, ...list));
  }

  #sum(chosen: number): HTMLElement {
    const select = el(
      'select',
      { 'data-facet': 'sum', 'aria-label': '条文写明的数额至少' },
      el('option', { value: '0' }, '不限'),
    );
    for (const sum of new Set([...SUMS, chosen].filter(Boolean).sort((a, b) => a - b)))
      select.append(el('option', { value: String(sum), selected: sum === chosen }, `至少 ${sum} 万元`));
    select.addEventListener('change', () => {
      this.#choose({ ...this.#choice(), sum: Number(select.value) });
    });
    return el('fieldset', {}, el('legend', {}, '数额'), select);
  }

  #clearButton(): HTMLElement {
    const button = el('button', { type: 'button', class: 'more' }, '清除筛选');
    button.addEventListener('click', () => {
      this.#choose(NO_CHOICE);
      this.#cleared();
    });
    return button;
  }
}
