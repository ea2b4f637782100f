import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { compareAll, compareTopic, pairTexts, type Comparable, type TopicComparison } from '../../compare/index.ts';
import { columnsOf } from '../compare/columns.ts';
import { Concerns, nodesOf } from '../compare/Concerns.tsx';
import { Glance } from '../compare/Glance.tsx';
import { glanceOf } from '../compare/glance.ts';
import { Matrix } from '../compare/Matrix.tsx';
import { Texts } from '../compare/Texts.tsx';

/** Everything of a page that compares policies, by the attribute that marks its place; its value names the topic. */
const VIEWS: Record<string, (kb: Comparable, topic: string) => ReactNode> = {
  'data-matrix': (kb) => <Matrix topics={compareAll(kb)} policies={kb.policies} title="议题" />,
  'data-topic-matrix': (kb, topic) => <Matrix topics={onTopic(kb, topic)} policies={kb.policies} title="项目" alone />,
  'data-topic-concerns': (kb, topic) => <Concerns kb={kb} nodes={onTopic(kb, topic).flatMap(nodesOf)} />,
  'data-topic-texts': (kb, topic) => (
    <Texts
      pairs={kb.topics.filter(({ id }) => id === topic).flatMap((one) => pairTexts(kb, one))}
      policies={kb.policies}
    />
  ),
  'data-glance': (kb) => <Glance glance={glanceOf(kb)} policies={kb.policies} />,
};

function onTopic(kb: Comparable, topic: string): TopicComparison[] {
  return kb.topics.filter(({ id }) => id === topic).map((one) => compareTopic(kb, one));
}

interface View {
  element: HTMLElement;
  draw: (kb: Comparable) => ReactNode;
}

export function viewsOf(page: Document): View[] {
  return Object.entries(VIEWS).flatMap(([name, draw]) =>
    [...page.querySelectorAll<HTMLElement>(`[${name}]`)].map((element) => ({
      element,
      draw: (kb: Comparable) => draw(kb, element.getAttribute(name) ?? ''),
    })),
  );
}

/** Verbatim texts are most of what there is to fetch: only where the page shows them. */
export function showsTexts(page: Document): boolean {
  return page.querySelector('[data-topic-texts]') !== null;
}

const roots = new WeakMap<HTMLElement, Root>();

/** Draws the views again, and tells whatever else works on them. */
export function drawViews(views: readonly View[], kb: Comparable): void {
  for (const { element, draw } of views) {
    const root = roots.get(element) ?? createRoot(element);
    roots.set(element, root);
    flushSync(() => root.render(draw(kb)));
    const columns = columnsOf(kb.policies);
    if (element instanceof HTMLTableElement) {
      if (columns === undefined) delete element.dataset['columns'];
      else element.dataset['columns'] = columns;
    }
    element.dispatchEvent(new Event('redrawn', { bubbles: true }));
  }
}
