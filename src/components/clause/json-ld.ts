import type { PolicyEntry } from '../../model/knowledge-base.ts';
import type { PolicyNode } from '../../model/node.ts';
import { absolute } from '../link.ts';

/** schema.org Legislation. What depends on the day (legal force) is left out: a page is built once and read for years. */
export function legislationOf(node: PolicyNode, policy: PolicyEntry, site: URL | undefined): Record<string, unknown> {
  const url = absolute(node.url, site);
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    name: node.title === '' ? node.fullLabel : `${node.fullLabel} ${node.title}`,
    legislationIdentifier: `${policy.documentNumber} ${node.label}`,
    legislationType: '行政规范性文件',
    legislationDate: policy.issued,
    legislationPassedBy: policy.issuers.map((name) => ({ '@type': 'GovernmentOrganization', name })),
    legislationJurisdiction: { '@type': 'AdministrativeArea', name: policy.district },
    legislationLegalValue: 'https://schema.org/UnofficialLegalValue',
    temporalCoverage: `${policy.validity.effective}/${policy.validity.expires}`,
    inLanguage: 'zh-Hans',
    isPartOf: { '@type': 'Legislation', name: policy.title, legislationIdentifier: policy.documentNumber },
    ...(url ? { url } : {}),
  };
}
