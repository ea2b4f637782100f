/**
 * `npm run test:akn -- FOLDER/akomantoso30.xsd`: every policy as Akoma Ntoso against the standard's own schema, which stands in a folder
 * with the `xml.xsd` that it imports. Why it is not in this repository: docs/security.md, "Schemas".
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { XmlDocument, XsdValidator, XmlValidateError } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { akomaNtosoOf } from '../../src/data/akoma-ntoso/document.ts';
import { loadKnowledgeBase } from '../../src/load/index.ts';

const file = process.argv[2];
if (file === undefined || !existsSync(file) || !existsSync(join(dirname(file), 'xml.xsd'))) {
  console.error('npm run test:akn -- 目录/akomantoso30.xsd（同一目录里要有 xml.xsd）');
  process.exit(2);
}

xmlRegisterFsInputProviders();
const schema = XsdValidator.fromDoc(
  XmlDocument.fromBuffer(readFileSync(file), { url: pathToFileURL(resolve(file)).href }),
);

/** What the schema has against a document. */
function faultsOf(xml: string): string[] {
  const document = XmlDocument.fromString(xml);
  try {
    schema.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(({ line, message }) => `${line}: ${message.trim()}`);
  } finally {
    document.dispose();
  }
}

const kb = loadKnowledgeBase();
for (const policy of kb.policies) {
  const xml = akomaNtosoOf(policy, kb, 'site');
  const faults = faultsOf(xml);
  // a schema that finds no fault in a broken document was not read
  if (faultsOf(xml.replace('<FRBRcountry value="cn"/>', '')).length === 0)
    throw new Error('the schema accepts anything');
  console.log(`${policy.id}: ${faults.length === 0 ? `valid, ${xml.length} characters` : faults.join('\n')}`);
  if (faults.length > 0) process.exitCode = 1;
}
schema.dispose();
