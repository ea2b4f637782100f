import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { akomaNtosoOf } from '../../src/data/akoma-ntoso/document.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';
import type { PolicyEntry } from '../../src/model/knowledge-base.ts';
import { contentWithAmendments, removeContent, THIRD } from '../support/third-district.ts';
import { attribute, elements, withXml } from '../support/xml.ts';

/**
 * What Akoma Ntoso 3.0 (akomantoso30.xsd) allows below the elements that we use, as a pattern of their names in
 * order, and the attributes that they must have. The schema itself does not stand here (docs/security.md, "Schemas");
 * `npm run test:akn` validates against it where a copy is at hand.
 */
const HIER = '(?:chapter|subchapter|article|section|paragraph|point|hcontainer)';
const HIERARCHY = `(num )?(heading )?(content |(intro )?(${HIER} )*)`;
const META_OF_WORK = 'FRBRthis (FRBRuri )+(FRBRdate )+(FRBRauthor )+';
const MODEL: Record<string, { holds: string; needs?: string[] }> = {
  akomaNtoso: { holds: '(documentCollection |act |doc )' },
  documentCollection: { holds: 'meta collectionBody ', needs: ['name'] },
  collectionBody: { holds: '(component )+' },
  component: { holds: '(act |doc )' },
  act: { holds: 'meta (preface )?(preamble )?body ', needs: ['name'] },
  doc: { holds: 'meta (preface )?(preamble )?mainBody ', needs: ['name'] },
  preface: { holds: '(container |p )+' },
  preamble: { holds: '(container |p )+' },
  container: { holds: '(p )+', needs: ['name'] },
  body: { holds: `(${HIER} )+` },
  mainBody: { holds: `(${HIER} )+` },
  ...Object.fromEntries(
    ['chapter', 'subchapter', 'article', 'section', 'paragraph', 'point'].map((name) => [name, { holds: HIERARCHY }]),
  ),
  hcontainer: { holds: HIERARCHY, needs: ['name'] },
  num: { holds: '' },
  heading: { holds: '(br )*' },
  intro: { holds: '(p )*' },
  content: { holds: '(p |table )*' },
  p: { holds: '' },
  br: { holds: '' },
  table: { holds: '(caption )?(tr )+' },
  caption: { holds: '' },
  tr: { holds: '(th |td )+' },
  th: { holds: '(p )*' },
  td: { holds: '(p )*' },
  meta: { holds: 'identification (lifecycle )?(temporalData )?(references )?' },
  identification: { holds: 'FRBRWork FRBRExpression FRBRManifestation ', needs: ['source'] },
  FRBRWork: { holds: `${META_OF_WORK}FRBRcountry FRBRnumber FRBRname FRBRauthoritative ` },
  FRBRExpression: { holds: `${META_OF_WORK}FRBRlanguage ` },
  FRBRManifestation: { holds: `${META_OF_WORK}FRBRformat ` },
  ...Object.fromEntries(
    ['this', 'uri', 'country', 'number', 'name', 'authoritative', 'format'].map((name) => [
      `FRBR${name}`,
      { holds: '', needs: ['value'] },
    ]),
  ),
  FRBRdate: { holds: '', needs: ['date', 'name'] },
  FRBRauthor: { holds: '', needs: ['href'] },
  FRBRlanguage: { holds: '', needs: ['language'] },
  lifecycle: { holds: '(eventRef )+', needs: ['source'] },
  eventRef: { holds: '', needs: ['date', 'source', 'type'] },
  temporalData: { holds: '(temporalGroup )+', needs: ['source'] },
  temporalGroup: { holds: '(timeInterval )+', needs: ['eId'] },
  timeInterval: { holds: '', needs: ['refersTo'] },
  references: { holds: '(original |passiveRef |TLC\\w+ )+', needs: ['source'] },
  original: { holds: '', needs: ['eId', 'href', 'showAs'] },
  passiveRef: { holds: '', needs: ['href', 'showAs'] },
  TLCOrganization: { holds: '', needs: ['eId', 'href', 'showAs'] },
  TLCRole: { holds: '', needs: ['eId', 'href', 'showAs'] },
  TLCConcept: { holds: '', needs: ['eId', 'href', 'showAs'] },
};

function faultsOf(xml: string): string[] {
  return withXml(xml, (root) =>
    elements(root, '//*').flatMap((one) => {
      const model = MODEL[one.name];
      if (!model) return [`${one.name} is not in the table`];
      const children = elements(one, './*')
        .map(({ name }) => `${name} `)
        .join('');
      return [
        ...(new RegExp(`^${model.holds}$`).test(children) ? [] : [`${one.name} holds ${children}`]),
        ...(model.needs ?? [])
          .filter((name) => attribute(one, name) === null)
          .map((name) => `${one.name} lacks ${name}`),
        ...(/\s/.test(attribute(one, 'eId') ?? '') ? [`${one.name}: whitespace in eId`] : []),
      ];
    }),
  );
}

const root = contentWithAmendments();
afterAll(() => removeContent(root));
const own = loadKnowledgeBase(join(import.meta.dirname, '../../content'));
const amended = loadKnowledgeBase(root);
const all = [...own.policies.map(({ id }) => ({ id, kb: own })), { id: THIRD, kb: amended }];

describe.each(all)('structure of Akoma Ntoso of $id', ({ id, kb }) => {
  const policy = kb.policies.find((one) => one.id === id) as PolicyEntry;
  const xml = akomaNtosoOf(policy, kb, '站名');

  it('is what the standard allows', () => {
    expect(faultsOf(xml)).toEqual([]);
  });

  it.each([
    ['<FRBRcountry value="cn"/>', ''],
    ['<collectionBody>', '<collectionBody><p/>'],
    [' name="issued"', ''],
    ['<content>', '<content><content/>'],
  ])('would not be if %s became "%s"', (from, to) => {
    expect(xml).toContain(from);
    expect(faultsOf(xml.replace(from, to))).not.toEqual([]);
  });
});
