import type { Department } from '../schemas/department.ts';
import type { Place } from './quotes.ts';
import type { PolicyFolder } from './read-policies.ts';
import type { SharedContent } from './read-shared.ts';

/** A department and where it is written. */
export interface StatedDepartment {
  department: Department;
  place: Place;
}

/** Every department: those of departments.yaml, then those that a policy brings along in its own folder. */
export function statedDepartments(
  { departments }: Pick<SharedContent, 'departments'>,
  folders: readonly PolicyFolder[],
): StatedDepartment[] {
  const { file, locate } = departments;
  return [
    ...departments.value.map((department, index) => ({ department, place: { file, locate, path: [index] } })),
    ...folders.flatMap(({ policy, locate: own }) =>
      policy.departments.map((department, index) => ({
        department: { ...department, policy: policy.id },
        place: { file: `policies/${policy.id}/policy.yaml`, locate: own, path: ['departments', index] },
      })),
    ),
  ];
}
