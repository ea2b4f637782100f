import { expect, it } from 'vitest';
import { auditVerdict } from '../../src/cli/audit-verdict.ts';

const report = (vulnerabilities: Record<string, unknown>): string =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { dependencies: { prod: 12, dev: 3 } } });

it.each([
  ['nothing is known', report({}), 0, '12 个依赖，没有已知漏洞'],
  ['something is', report({ leaky: { severity: 'high', range: '<2.0.0' } }), 1, 'high：leaky <2.0.0'],
  ['the registry refuses', '{"message":"405 Method Not Allowed","error":{"summary":""}}', 2, '没有问到'],
  ['there is no answer', '', 2, '没有问到'],
  ['the answer is no JSON', '<html>', 2, '没有问到'],
  ['the report holds no list', '{"metadata":{"dependencies":{"prod":12}}}', 2, '没有问到'],
])('where %s', (_where, output, code, words) => {
  const verdict = auditVerdict(output);
  expect(verdict.code).toBe(code);
  expect(verdict.lines.join('\n')).toContain(words);
});
