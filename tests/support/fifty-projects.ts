/** A scenario file of fifty device registrations over nine months, as a file to be chosen. */
export function fiftyProjects(): { name: string; mimeType: string; buffer: Buffer } {
  const projects = Array.from({ length: 50 }, (_, at) => ({
    id: `p${at}`,
    matter: 'device-registration',
    date: `2026-0${(at % 9) + 1}-15`,
    facts: { deviceClass: at % 2 ? 'II' : 'III', inVitroDiagnostic: at % 3 === 0, rdInvestment: 1_000_000 * (at + 1) },
  }));
  const scenario = { applicant: { type: 'enterprise' }, projects };
  return { name: 'fifty.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(scenario)) };
}
