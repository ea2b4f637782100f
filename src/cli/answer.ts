import { evaluate, parseScenario, type Engine, type Fault } from '../engine/index.ts';
import { writeEvaluation } from '../explain/index.ts';
import { readJson } from './read-json.ts';

export type Answer = { ok: true; json: string } | { ok: false; errors: Fault[] };

/** One scenario as bytes of JSON → its result as JSON, or all its faults. */
export function answer(engine: Engine, bytes: Uint8Array, indent = 0): Answer {
  const read = readJson(bytes);
  if (!read.ok) return read;
  const parsed = parseScenario(engine, read.value);
  if (!parsed.ok) return parsed;
  return { ok: true, json: writeEvaluation(evaluate(engine, parsed.scenario), indent) };
}

/** One line of JSON Lines → one line, null for a blank one. */
export function answerLine(engine: Engine, bytes: Uint8Array): Answer | null {
  return isBlank(bytes) ? null : answer(engine, bytes);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
