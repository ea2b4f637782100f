import type { Validity } from '../domain/validity.ts';
import type { PolicyEntry } from '../model/knowledge-base.ts';
import type { PolicyNode } from '../model/node.ts';
import type { PolicyRule, Source } from '../model/rulebook.ts';
import type { FigureValue } from '../domain/figures.ts';
import type { ClaimLedger } from './claims.ts';
import type { Fault } from './fault.ts';
import { matchFigures } from './figures-match.ts';
import { checkPolicy } from './policy-checks.ts';
import { figuresOfDate } from './stated-dates.ts';
import { fault, type Place, type QuoteFinder } from './quotes.ts';
import type { PolicyFolder } from './read-policies.ts';

interface EntryContext {
  finder: QuoteFinder;
  ledger: ClaimLedger;
  faults: Fault[];
}

/** A policy's own particulars, each date and number checked against the words that state it. */
export function buildPolicyEntry(
  folder: PolicyFolder,
  nodes: readonly PolicyNode[],
  context: EntryContext,
): PolicyEntry {
  const { policy } = folder;
  const place = (...path: (string | number)[]): Place => ({
    file: `policies/${policy.id}/policy.yaml`,
    locate: folder.locate,
    path,
  });
  const stated = (field: 'issued' | 'effective' | 'expires'): Source => {
    const { clause, quote } = policy[field];
    return locateStated(context, clause, quote, figuresOfDate(policy, field), place(field, 'quote'), clause);
  };
  const procedure = policy.procedure;
  checkPolicy(folder, nodes, place, context.faults);
  return {
    id: policy.id,
    title: policy.title,
    shortTitle: policy.shortTitle,
    district: policy.district,
    issuers: policy.issuers,
    documentNumber: policy.documentNumber.text,
    issued: policy.issued.date,
    validity: validityOf(folder),
    byReference: policy.byReference
      ? {
          from: policy.byReference.from,
          to: policy.byReference.to,
          onlyFunding: policy.byReference.onlyFunding ?? null,
        }
      : null,
    dateSources: {
      issued: stated('issued'),
      effective: stated('effective'),
      expires: stated('expires'),
      byReference: policy.byReference
        ? locateStated(
            context,
            policy.byReference.clause,
            policy.byReference.quote,
            [
              { kind: 'date', date: policy.byReference.from },
              { kind: 'date', date: policy.byReference.to },
            ],
            place('byReference', 'quote'),
            policy.byReference.clause,
          )
        : null,
    },
    procedure: procedure
      ? {
          note: procedure.note,
          source: locateStated(
            context,
            procedure.clause,
            procedure.quote,
            null,
            place('procedure', 'quote'),
            procedure.clause,
          ),
        }
      : null,
    publication: policy.publication,
    mark: policy.mark,
    parts: policy.parts.map((part) => ({
      id: part.id,
      title: part.title,
      fullTitle: part.fullTitle,
      url: `/${policy.id}/${part.id}/`,
      nodes: nodes.filter((node) => node.part === part.id).map(({ id }) => id),
    })),
    url: `/${policy.id}/`,
    source: folder.source,
  };
}

export function validityOf({ policy }: PolicyFolder): Validity {
  return {
    effective: policy.effective.date,
    expires: policy.expires.date,
    appliesFrom: policy.byReference?.from ?? null,
  };
}

/** 资金分担, "8:2" between the parties in the text's order. */
export function buildFunding(folder: PolicyFolder, context: EntryContext): PolicyRule['funding'] {
  const { funding, id } = folder.policy;
  if (!funding) return null;
  const place: Place = { file: `policies/${id}/policy.yaml`, locate: folder.locate, path: ['funding', 'quote'] };
  const [left = '', right = ''] = funding.ratio.split(':');
  const source = locateStated(
    context,
    funding.clause,
    funding.quote,
    [{ kind: 'ratio', left, right }],
    place,
    funding.clause,
  );
  const words = funding.quote.map((one) => one.text).join('');
  if (!words.includes(funding.parties.join(''))) {
    context.faults.push(
      fault(
        { ...place, path: ['funding', 'parties'] },
        `引文里没有“${funding.parties.join('')}”`,
        '照引文的次序写分担的两方',
      ),
    );
  }
  const total = Number(left) + Number(right);
  return {
    shares: [left, right].map((share, index) => ({
      party: funding.parties[index] ?? '',
      ppm: Math.round((Number(share) / total) * 1_000_000),
    })),
    clause: source.clause,
    label: source.label,
    quote: source.quote,
  };
}

function locateStated(
  context: EntryContext,
  clause: string,
  quote: Parameters<QuoteFinder['locate']>[0],
  figures: FigureValue[] | null,
  place: Place,
  home: string,
): Source {
  const located = context.finder.locate(quote, clause, place);
  if (figures) {
    matchFigures(figures, located, place, context.faults);
    context.ledger.exempt(located);
  }
  return located[0]?.source ?? { clause: home, anchor: '', label: '', url: '', quote: '' };
}
