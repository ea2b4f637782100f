import { eliOf } from '../../model/eli.ts';
import type { PolicyEntry } from '../../model/knowledge-base.ts';
import type { PolicyNode } from '../../model/node.ts';
import type { Validity } from '../../domain/validity.ts';
import { permalinkOf, validityOfNode } from '../../model/versions.ts';
import { absolute } from '../link.ts';

/**
 * schema.org Legislation of a clause: what is its own, and by `isPartOf` the policy, whose contents page says the rest.
 * What depends on the day (legal force) is left out: a page is built once and read for years.
 */
export function legislationOf(node: PolicyNode, policy: PolicyEntry, site: URL | undefined): Record<string, unknown> {
  const url = absolute(permalinkOf(node), site);
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': eliOf(policy, node),
    name: node.title === '' ? node.fullLabel : `${node.fullLabel} ${node.title}`,
    ...(node.version ? { legislationDateOfApplicability: validityOfNode(node, policy.validity).effective } : {}),
    legislationIdentifier: `${policy.documentNumber} ${node.label}`,
    temporalCoverage: coverageOf(validityOfNode(node, policy.validity)),
    inLanguage: 'zh-Hans',
    isPartOf: { '@type': 'Legislation', '@id': eliOf(policy), name: policy.title },
    ...(url ? { url } : {}),
  };
}

/** schema.org Legislation of a whole policy. */
export function policyLegislation(policy: PolicyEntry, site: URL | undefined): Record<string, unknown> {
  const url = absolute(policy.url, site);
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': eliOf(policy),
    name: policy.title,
    legislationIdentifier: policy.documentNumber,
    legislationType: '行政规范性文件',
    legislationDate: policy.issued,
    legislationPassedBy: policy.issuers.map((name) => ({ '@type': 'GovernmentOrganization', name })),
    legislationJurisdiction: { '@type': 'AdministrativeArea', name: policy.district },
    legislationLegalValue: 'https://schema.org/UnofficialLegalValue',
    temporalCoverage: coverageOf(policy.validity),
    inLanguage: 'zh-Hans',
    ...(url ? { url } : {}),
  };
}

function coverageOf({ effective, expires }: Validity): string {
  return `${effective}/${expires ?? '..'}`;
}
