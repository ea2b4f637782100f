import { parseMoney } from '../domain/money.ts';
import type { FactRule, MatterRule } from '../model/rulebook.ts';
import type { Fault } from './fault.ts';
import { fault, within, type Place } from './quotes.ts';
import type { SharedContent } from './read-shared.ts';

/** A matter whose facts can be asked for by name. */
export class MatterFacts {
  readonly rule: MatterRule;
  constructor(rule: MatterRule) {
    this.rule = rule;
  }

  find(name: string): FactRule | undefined {
    return this.rule.facts.find((fact) => fact.name === name);
  }

  /** A fact named in metadata. @returns null, and a fault, where the matter has none of that name */
  require(name: string, place: Place, faults: Fault[]): FactRule | null {
    const found = this.find(name);
    if (found) return found;
    const names = this.rule.facts.map((fact) => fact.name).join('、') || '无';
    faults.push(
      fault(
        place,
        `事项“${this.rule.id}”没有事实“${name}”`,
        `改成其中之一：${names}；或在 matters/${this.rule.id}.yaml 里补上`,
      ),
    );
    return null;
  }

  requireBase(name: string, place: Place, faults: Fault[]): void {
    const found = this.require(name, place, faults);
    if (found && found.kind !== 'money' && found.kind !== 'money-list') {
      faults.push(fault(place, `“${name}”不是金额，不能作基数`, '改成金额类的事实；种类写在 matters/facts.yaml'));
    }
  }

  /** The reason for which an award is refused where the fact is not as required. */
  requireRefusal(name: string, value: boolean | string, place: Place, faults: Fault[]): string {
    const found = this.require(name, place, faults);
    if (!found) return '';
    if (found.kind === 'boolean' && typeof value === 'boolean' && found.refusal) return found.refusal;
    faults.push(
      fault(
        place,
        `“${name}”不能作为条件：它没有写拒付理由，或取值不是是/否`,
        '在 matters/facts.yaml 里给它写 refusal',
      ),
    );
    return '';
  }

  requireThreshold(name: string, place: Place, faults: Fault[]): string {
    const found = this.require(name, place, faults);
    if (found?.kind === 'money' && found.belowThreshold) return found.belowThreshold;
    if (found) faults.push(fault(place, `“${name}”不能设门槛`, '在 matters/facts.yaml 里给它写 belowThreshold'));
    return '';
  }
}

export class MatterIndex {
  readonly #matters: ReadonlyMap<string, MatterFacts>;
  readonly #faults: Fault[];
  constructor(matters: readonly MatterRule[], faults: Fault[]) {
    this.#matters = new Map(matters.map((rule) => [rule.id, new MatterFacts(rule)]));
    this.#faults = faults;
  }

  require(id: string, place: Place): MatterFacts | null {
    const found = this.#matters.get(id);
    if (!found)
      this.#faults.push(
        fault(place, `没有事项“${id}”`, `改成 content/matters 里已有的事项，或恢复 matters/${id}.yaml`),
      );
    return found ?? null;
  }
}

/** Matters with their facts resolved. */
export function buildMatters(shared: SharedContent, faults: Fault[]): MatterRule[] {
  const { facts, reasons } = shared.facts.value;
  const known = new Set(reasons.map(({ id }) => id));
  for (const [name, definition] of Object.entries(facts)) {
    if (
      definition.kind === 'choice' &&
      new Set(definition.options.map(({ id }) => id)).size !== definition.options.length
    ) {
      faults.push(
        fault(
          { file: shared.facts.file, locate: shared.facts.locate, path: ['facts', name, 'options'] },
          '选项的 id 重复',
          '各不相同',
        ),
      );
    }
    for (const field of ['refusal', 'belowThreshold', 'whenZero'] as const) {
      const reason = field in definition ? (definition as Record<string, unknown>)[field] : undefined;
      if (typeof reason !== 'string' || known.has(reason)) continue;
      const place = { file: shared.facts.file, locate: shared.facts.locate, path: ['facts', name, field] };
      faults.push(fault(place, `没有拒付理由“${reason}”`, '改成 reasons 里已有的 id'));
    }
  }
  return shared.matters.map(({ value, file, locate }, index) => {
    const place: Place = { file, locate, path: [] };
    if (value.order !== index + 1) {
      const same = shared.matters
        .filter((one) => one.value !== value && one.value.order === value.order)
        .map((one) => one.file);
      const problem =
        same.length > 0
          ? `次序 ${value.order} 与 ${same.join('、')} 重复`
          : `次序 ${value.order} 之前有空缺，应为 ${index + 1}`;
      faults.push(fault(within(place, 'order'), problem, '次序从 1 起连续，各不相同'));
    }
    if (file !== `matters/${value.id}.yaml`)
      faults.push(fault(within(place, 'id'), `“${value.id}”与文件名不同`, '两者须相同'));
    value.topics.forEach((topic, at) => {
      if (!shared.topics.value.topics.some(({ id }) => id === topic)) {
        faults.push(fault(within(place, 'topics', at), `没有议题“${topic}”`, '改成 topics/topics.yaml 里已有的议题'));
      }
    });
    return {
      id: value.id,
      title: value.title,
      plain: value.plain,
      dateLabel: value.dateLabel,
      ...(value.help === undefined ? {} : { help: value.help }),
      unique: value.unique,
      facts: value.facts.flatMap((one, at) => factRule(one, facts, within(place, 'facts', at), faults)),
    };
  });
}

type Facts = SharedContent['facts']['value']['facts'];
type Use = SharedContent['matters'][number]['value']['facts'][number];

function factRule(use: Use, facts: Facts, place: Place, faults: Fault[]): FactRule[] {
  const definition = facts[use.fact];
  if (!definition) {
    faults.push(fault(within(place, 'fact'), `没有事实“${use.fact}”`, '改成 matters/facts.yaml 里已有的事实'));
    return [];
  }
  const common = { name: use.fact, label: use.label ?? definition.label, help: use.help ?? definition.help ?? null };
  const wrong = (remedy: string): null => {
    faults.push(fault(within(place, 'default'), `默认值“${String(use.default)}”不合适`, remedy));
    return null;
  };
  switch (definition.kind) {
    case 'money': {
      const fen = typeof use.default === 'string' ? parseMoney(use.default) : null;
      const preset = use.default === undefined ? null : (fen ?? wrong('写成“0 元”'));
      return [
        {
          ...common,
          kind: 'money',
          default: preset,
          belowThreshold: definition.belowThreshold ?? null,
          whenZero: definition.whenZero ?? null,
        },
      ];
    }
    case 'money-list':
      if (use.default !== undefined) wrong('逐年金额没有默认值');
      return [{ ...common, kind: 'money-list', default: null, min: definition.min, max: definition.max }];
    case 'boolean': {
      const preset =
        use.default === undefined ? null : typeof use.default === 'boolean' ? use.default : wrong('写 true 或 false');
      return [
        {
          ...common,
          kind: 'boolean',
          default: preset,
          ...(definition.negative === undefined ? {} : { negative: definition.negative }),
          refusal: definition.refusal ?? null,
        },
      ];
    }
    case 'choice': {
      const chosen = definition.options.find(({ id }) => id === use.default)?.id;
      const preset = use.default === undefined ? null : (chosen ?? wrong('写选项之一的 id'));
      return [{ ...common, kind: 'choice', default: preset, options: definition.options }];
    }
  }
}
