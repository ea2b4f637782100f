/**
 * A scenario in the fragment of the address, which no server ever sees: its JSON with short keys, deflated.
 * Ids of content are written out, so that a link stays good when content grows.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { Engine } from '../../../engine/index.ts';
import type { MatterRule } from '../../../model/rulebook.ts';
import { holdsLink, LINK_KEY } from './link-form.ts';
import { readScenario, writeScenario, type ReadScenario } from './scenario-json.ts';
import type { ScenarioForm } from './scenario-form.ts';

/** Words that most scenarios hold: deflate starts with them in its window. Never changed: old links need them. */
const DICTIONARY = strToU8(
  'innovative improved generic veterinary device-special-review drug-clinical-trial major-rd-special supply-chain-purchase ' +
    'contract-manufacturing overseas-registration overseas-licensing industrialisation quality-certification drug-approval ' +
    'phase category annualInvestment purchaseAmount constructionCost investment soldLocally upfrontPayment totalInvestment cost ' +
    'relatedParties serviceInstitution -2025/ opinionsshared ["enterprise",{},"",[["p1","","device-registration","2026-0' +
    '","deviceClass":"III","inVitroDiagnostic":false,"specialReview":false,"produced":true,"rdInvestment":8000000,"municipalSupport":0}],["p2"',
);

type Packed = [applicant: string, readings: Record<string, string>, name: string, projects: PackedProject[]];
type PackedProject = [id: string, name: string, matter: string, date: string | null, facts: Record<string, unknown>];

export function writeLink(form: ScenarioForm, matters: readonly MatterRule[]): string {
  const { name = '', applicant, readings = {}, projects } = writeScenario(form, matters);
  const packed: Packed = [
    applicant.type,
    readings,
    name,
    projects.map(({ id, name: own = '', matter, date, facts }) => [id, own, matter, date, facts]),
  ];
  return LINK_KEY + toBase64(deflateSync(strToU8(JSON.stringify(packed)), { level: 9, dictionary: DICTIONARY }));
}

/** No scenario of ours comes near; what it could unfold to is worked through in a moment. */
const LONGEST_READ = 100_000;

/** @returns null where the fragment holds no scenario at all */
export function readLink(engine: Engine, fragment: string): ReadScenario | null {
  const words = fragment.replace(/^#/, '');
  if (!holdsLink(fragment)) return null;
  try {
    if (words.length > LONGEST_READ) throw new RangeError('longer than any link');
    const bytes = fromBase64(words.slice(LINK_KEY.length));
    // A link cannot blow up: what it may unfold to is bounded.
    const unfolded = inflateSync(bytes, { dictionary: DICTIONARY, out: new Uint8Array(MOST_UNFOLDED) });
    const packed = JSON.parse(strFromU8(unfolded)) as Packed;
    const [type, readings, name, projects] = packed;
    return readScenario(engine, {
      ...(name === '' ? {} : { name }),
      applicant: { type },
      readings,
      projects: projects.map(([id, own, matter, date, facts]) => ({
        id,
        ...(own === '' ? {} : { name: own }),
        matter,
        date,
        facts,
      })),
    });
  } catch {
    return { ok: false, errors: [{ path: '$', message: '链接不完整或已损坏' }] };
  }
}

const MOST_UNFOLDED = 300_000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64(words: string): Uint8Array {
  const binary = atob(words.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (unit) => unit.charCodeAt(0));
}
