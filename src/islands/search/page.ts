/** The search page: the query and what narrows it live in the address. */
import type { NodeFacts } from '../../search/catalogue.ts';
import type { Wanted } from '../../search/engine.ts';
import {
  FACETS,
  facetsOf,
  fits,
  isChosen,
  NO_CHOICE,
  type Choice,
  type FacetName,
  type FacetValue,
  type Lists,
} from '../../search/facets.ts';
import { el } from './dom.ts';
import { search } from './files.ts';
import { SearchView, walkWithArrows } from './view.ts';

const FACET_TITLES: Record<FacetName, string> = {
  policy: '政策',
  part: '文件',
  topic: '议题',
  department: '责任单位',
  support: '支持方式',
};
const SUMS = [50, 100, 300, 500, 1000];

interface State {
  typed: string;
  choice: Choice;
}

function stateOf(address: URLSearchParams): State {
  const choice: Choice = { ...NO_CHOICE, sum: Math.max(0, Number(address.get('sum')) || 0) };
  for (const name of FACETS) choice[name] = address.getAll(name).slice(0, 40);
  return { typed: address.get('q') ?? '', choice };
}

function addressOf({ typed, choice }: State): string {
  const address = new URLSearchParams();
  if (typed !== '') address.set('q', typed.slice(0, 2_000));
  for (const name of FACETS) for (const value of choice[name]) address.append(name, value);
  if (choice.sum > 0) address.set('sum', String(choice.sum));
  const query = address.toString();
  return location.pathname + (query ? `?${query}` : '');
}

async function facetLists(): Promise<Lists> {
  const engine = await search();
  return { ...engine.catalogue, ...(await engine.labels()) };
}

export function start(root: HTMLElement, form: HTMLFormElement, box: HTMLInputElement): void {
  const view = new SearchView(50);
  const facets = el('details', { class: 'facets' });
  let state = stateOf(new URLSearchParams(location.search));
  // typed while this script was on its way
  const early = box.value !== box.defaultValue && box.value !== state.typed;
  if (early) state.typed = box.value;
  let settled = true;
  root.append(facets, view.element);
  walkWithArrows(box, view.element);

  /** One step of the history a query, not one a letter. */
  const remember = (): void => {
    const address = addressOf(state);
    if (address === location.pathname + location.search) return;
    try {
      if (settled) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    } catch {
      // some browsers refuse more than a hundred steps in half a minute: the answer matters more than the address
    }
    settled = false;
  };
  const show = async (): Promise<void> => {
    root.classList.toggle('asked', state.typed.trim() !== '');
    const asked = state;
    const { choice } = asked;
    const narrow = async (): Promise<Wanted> => {
      const lists = await facetLists();
      return (facts) => fits(facts, choice, lists);
    };
    const answer = await view.ask(asked.typed, isChosen(choice) ? narrow : undefined);
    if (!answer) {
      facets.hidden = state.typed.trim() === '' || facets.hidden;
      return;
    }
    try {
      const engine = await search();
      const [found, names] = await Promise.all([engine.factsOf(answer), facetLists()]);
      if (state === asked) drawFacets(found, names);
    } catch (error) {
      if (state !== asked) return;
      facets.hidden = true;
      view.lack(error);
    }
  };
  const choose = (choice: Choice): void => {
    state = { ...state, choice };
    settled = true;
    remember();
    settled = true;
    void show();
  };

  function drawFacets(found: readonly NodeFacts[], lists: Lists): void {
    const values = facetsOf(found, state.choice, lists);
    const focused = document.activeElement?.closest<HTMLElement>('[data-facet]')?.dataset['facet'];
    const open = facets.open;
    facets.hidden = found.length < 2 && !isChosen(state.choice);
    facets.replaceChildren(
      el('summary', {}, isChosen(state.choice) ? '筛选（已选）' : '筛选'),
      ...FACETS.map((name) => drawFacet(name, values[name])),
      drawSum(),
      isChosen(state.choice) ? clearButton() : '',
    );
    facets.open = open;
    if (focused) facets.querySelector<HTMLElement>(`[data-facet="${CSS.escape(focused)}"]`)?.focus();
  }

  function drawFacet(name: FacetName, values: readonly FacetValue[]): HTMLElement | '' {
    if (values.length < 2 && !values.some(({ chosen }) => chosen)) return '';
    const list = values.map(({ id, label, count, chosen }) => {
      const input = el('input', { type: 'checkbox', checked: chosen, 'data-facet': `${name}:${id}` });
      input.addEventListener('change', () => {
        const others = state.choice[name].filter((one) => one !== id);
        choose({ ...state.choice, [name]: input.checked ? [...others, id] : others });
      });
      return el('li', {}, el('label', {}, input, el('span', {}, label), el('span', { class: 'n' }, String(count))));
    });
    return el('fieldset', {}, el('legend', {}, FACET_TITLES[name]), el('ul', {}, ...list));
  }

  function drawSum(): HTMLElement {
    const select = el(
      'select',
      { 'data-facet': 'sum', 'aria-label': '条文写明的数额至少' },
      el('option', { value: '0' }, '不限'),
    );
    for (const sum of new Set([...SUMS, state.choice.sum].filter(Boolean).sort((a, b) => a - b))) {
      select.append(el('option', { value: String(sum), selected: sum === state.choice.sum }, `至少 ${sum} 万元`));
    }
    select.addEventListener('change', () => {
      choose({ ...state.choice, sum: Number(select.value) });
    });
    return el('fieldset', {}, el('legend', {}, '数额'), select);
  }

  function clearButton(): HTMLElement {
    const button = el('button', { type: 'button', class: 'more' }, '清除筛选');
    button.addEventListener('click', () => {
      choose(NO_CHOICE);
      box.focus();
    });
    return button;
  }

  box.addEventListener('input', (event) => {
    if ((event as InputEvent).isComposing) return;
    state = { ...state, typed: box.value };
    remember();
    void show();
  });
  box.addEventListener('compositionend', () => {
    box.dispatchEvent(new InputEvent('input'));
  });
  box.addEventListener('change', () => {
    settled = true;
  });
  void search().catch(() => null);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    settled = true;
    void view.goStraight(box.value).then((gone) => (gone ? undefined : show()));
  });
  addEventListener('popstate', () => {
    state = stateOf(new URLSearchParams(location.search));
    settled = true;
    box.value = state.typed;
    void show();
  });

  facets.open = matchMedia('(min-width: 68rem)').matches;
  facets.hidden = true;
  box.value = state.typed;
  if (early) remember();
  void show();
}
