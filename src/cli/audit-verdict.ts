import { z } from 'zod';

const auditReport = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string() })),
  metadata: z.object({ dependencies: z.object({ prod: z.number() }) }),
});

export interface AuditVerdict {
  /** 0 nothing known, 1 something found, 2 nobody was asked */
  code: 0 | 1 | 2;
  lines: string[];
}

/** What `npm audit --json` has said. @param output its standard output; anything but a report means that nobody was asked */
export function auditVerdict(output: string): AuditVerdict {
  const report = auditReport.safeParse(parsed(output));
  if (!report.success)
    return {
      code: 2,
      lines: [
        '******** 没有问到：依赖是否有已知漏洞，仍然未知 ********',
        '注册表没有回答 npm audit。请在能问到的机器上再运行 npm run audit；此外查过什么，见 docs/security.md。',
        `npm 的回答：${output.trim().slice(0, 300) || '（空）'}`,
      ],
    };
  const found = Object.entries(report.data.vulnerabilities);
  if (found.length > 0)
    return { code: 1, lines: found.map(([name, { severity, range }]) => `${severity}：${name} ${range}`) };
  return { code: 0, lines: [`${report.data.metadata.dependencies.prod} 个依赖，没有已知漏洞`] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
