import { compile } from '../../src/engine/index.ts';
import type { Report } from '../../src/islands/scenario/export/report.ts';
import { answerAll, doubtAll } from '../../src/islands/scenario/outcome/outcome.ts';
import { scenarioOf } from '../../src/islands/scenario/state/scenario-form.ts';
import { readScenario } from '../../src/islands/scenario/state/scenario-json.ts';
import type { RuleBook } from '../../src/model/rulebook.ts';

/** What the page of the whole scenario hands to print and workbook. @param input as `evaluate` takes it @throws where it does not */
export function reportOf(rules: RuleBook, input: unknown): Report {
  const engine = compile(rules);
  const read = readScenario(engine, input);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const scenario = scenarioOf(read.form, engine);
  return {
    form: read.form,
    rules,
    outcomes: doubtAll(engine, scenario, answerAll(engine, scenario)),
    documents: [],
    papers: [],
    certainty: '',
    notice: '',
    siteName: '',
    date: '',
    address: '',
    absolute: (url) => url,
  };
}
