/** The search page: the query and what narrows it live in the address. */
import type { Wanted } from '../../search/engine.ts';
import { FACETS, fits, isChosen, NO_CHOICE, type Choice, type Lists } from '../../search/facets.ts';
import { FacetList } from './facet-list.ts';
import { search } from './files.ts';
import { SearchView, walkWithArrows } from './view.ts';

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
  let state = stateOf(new URLSearchParams(location.search));
  // typed while this script was on its way
  const early = box.value !== box.defaultValue && box.value !== state.typed;
  if (early) state.typed = box.value;
  let settled = true;
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
  const { element: facets, draw: drawFacets } = new FacetList(
    () => state.choice,
    choose,
    () => box.focus(),
  );
  root.append(facets, view.element);

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

  box.value = state.typed;
  if (early) remember();
  void show();
}
